-- What has changed about published listings, in the order of the ids, which are made before their transaction commits:
-- a row may become visible after one with a higher id. Every node reads it with its own cursor, which therefore looks
-- back by more than the longest transaction. Rows are only inserted.
CREATE TABLE listing_change (
  id BIGINT NOT NULL PRIMARY KEY,
  listing_id BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
