-- A file that comes in parts, over connections that break. mark is the browser's own name for the
-- file: chosen again after a reload, it goes on where it stopped. A finished one leaves its row for
-- a while, so that whoever did not hear the last answer can ask.
CREATE TABLE listing_upload (
  id BIGINT NOT NULL PRIMARY KEY,
  party_id BIGINT NOT NULL,
  listing_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  mark VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(255) NOT NULL,
  size INT NOT NULL,
  here INT NOT NULL,
  done BOOLEAN NOT NULL,
  touched_at DATETIME(6) NOT NULL,
  UNIQUE KEY listing_upload_once (party_id, listing_id, kind, mark),
  KEY listing_upload_touched (touched_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_upload_part (
  upload_id BIGINT NOT NULL,
  at INT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (upload_id, at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
