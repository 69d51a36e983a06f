-- One row, written when the demo's data have been told to their end.
CREATE TABLE sandbox_story (
  id INT NOT NULL PRIMARY KEY,
  told_at DATETIME(6) NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
