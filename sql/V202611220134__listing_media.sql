-- Pictures and documents stand in the database: one backup, and every node serves them.
CREATE TABLE listing_media (
  id BIGINT NOT NULL PRIMARY KEY,
  listing_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  name VARCHAR(200) NOT NULL,
  size INT NOT NULL,
  width INT,
  height INT,
  added_at DATETIME(6) NOT NULL,
  KEY listing_media_listing (listing_id, kind, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_media_file (
  media_id BIGINT NOT NULL,
  size VARCHAR(10) NOT NULL,
  type VARCHAR(40) NOT NULL,
  content LONGBLOB NOT NULL,
  PRIMARY KEY (media_id, size)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
