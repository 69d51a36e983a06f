-- Finance holds charging, of one listing or of all. A row is its own record of who, when and why:
-- it is ended once and never changed or removed otherwise.
CREATE TABLE payment_pause (
  id BIGINT NOT NULL PRIMARY KEY,
  -- 0 for all listings
  listing BIGINT NOT NULL,
  -- 1 while it holds, NULL afterwards: one at a time for each listing and for all
  open_mark TINYINT,
  reason VARCHAR(500) NOT NULL,
  paused_by BIGINT NOT NULL,
  paused_at DATETIME(6) NOT NULL,
  resumed_by BIGINT,
  resumed_at DATETIME(6),
  UNIQUE KEY payment_pause_once (listing, open_mark),
  KEY payment_pause_open (open_mark)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

DELIMITER //

CREATE TRIGGER payment_pause_keep BEFORE UPDATE ON payment_pause FOR EACH ROW
BEGIN
  IF OLD.resumed_at IS NOT NULL OR NEW.resumed_at IS NULL OR NEW.resumed_by IS NULL
      OR NEW.open_mark IS NOT NULL OR NEW.id <> OLD.id OR NEW.listing <> OLD.listing
      OR NEW.reason <> OLD.reason OR NEW.paused_by <> OLD.paused_by
      OR NEW.paused_at <> OLD.paused_at THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a pause is ended once and not changed';
  END IF;
END//

CREATE TRIGGER payment_pause_stays BEFORE DELETE ON payment_pause FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a pause is kept';
END//

DELIMITER ;
