CREATE TABLE sandbox_clock (
  id INT NOT NULL PRIMARY KEY,
  offset_micros BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO sandbox_clock (id, offset_micros) VALUES (1, 0);
