-- What a finance officer has to look at. One open task for each kind and subject: open_mark is 1
-- while open and NULL afterwards, and a unique key lets NULL stand as often as it likes.
CREATE TABLE task (
  id BIGINT NOT NULL PRIMARY KEY,
  -- the key of its words: payment.task.DISPUTE
  kind VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- what it is about: the id of an attempt, a dispute, a row of a bank's statement …
  subject VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  open_mark TINYINT,
  -- whether an officer may close it; else it closes itself when its cause is gone
  by_hand BOOLEAN NOT NULL,
  -- the page on which something can be done about it
  link VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin,
  -- what is known, a JSON array of name, type and value
  facts LONGTEXT NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  closed_by BIGINT,
  note VARCHAR(1000),
  UNIQUE KEY task_once (kind, subject, open_mark),
  KEY task_open (open_mark, opened_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
