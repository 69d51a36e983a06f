-- The database's own name: an index that was made from another database is known by it and made anew.
CREATE TABLE discovery_corpus (
  name CHAR(36) NOT NULL PRIMARY KEY
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO discovery_corpus (name) VALUES (UUID());

-- Words are looked up in each node's index now.
DROP TABLE listing_token;
