-- What was given back of a pledge that stays: a partial refund is an amount, not a state.
ALTER TABLE pledge ADD COLUMN refunded_minor BIGINT NOT NULL DEFAULT 0;

-- The very words of each mandate text that was ever shown; a pledge names the ones it accepted.
CREATE TABLE pledge_mandate (
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version VARCHAR(20) NOT NULL,
  lang CHAR(3) NOT NULL,
  text TEXT NOT NULL,
  first_at DATETIME(6) NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE pledge
  ADD COLUMN mandate_lang CHAR(3),
  ADD COLUMN mandate_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin;

CREATE TRIGGER pledge_mandate_kept BEFORE UPDATE ON pledge_mandate FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was accepted is not changed';
CREATE TRIGGER pledge_mandate_stays BEFORE DELETE ON pledge_mandate FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was accepted is kept';
