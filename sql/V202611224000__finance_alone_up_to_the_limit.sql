-- What one officer decides alone is tied to its amount: with each decision stands what was given
-- back of the same pledge by one alone before, and up to how much both may be together. The limit
-- may be set anew: each row keeps the one it was made under.

-- Of a journal for whose reversal two had asked at the same moment the later one is taken back.
UPDATE finance_booking b JOIN (SELECT kind, about, MIN(id) AS earliest FROM finance_booking
    WHERE state = 'ASKED' AND about IS NOT NULL GROUP BY kind, about) o
  ON o.kind = b.kind AND o.about = b.about AND b.id > o.earliest
  SET b.state = 'REFUSED', b.decided_by = b.asked_by, b.decided_at = b.asked_at
  WHERE b.state = 'ASKED';

DROP TRIGGER finance_refund_kept;
DROP TRIGGER finance_booking_kept;
DROP TRIGGER finance_fee_booking_kept;

ALTER TABLE finance_refund_request
  ADD COLUMN alone_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN limit_minor BIGINT NOT NULL DEFAULT 50000;
ALTER TABLE finance_booking
  ADD COLUMN alone_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN limit_minor BIGINT NOT NULL DEFAULT 50000;
ALTER TABLE finance_fee_booking
  ADD COLUMN limit_minor BIGINT NOT NULL DEFAULT 50000;

UPDATE finance_refund_request q JOIN (SELECT b.id, SUM(e.amount_minor) AS alone
    FROM finance_refund_request b JOIN finance_refund_request e
    ON e.pledge = b.pledge AND e.id < b.id AND e.four_eyes = FALSE GROUP BY b.id) s ON s.id = q.id
  SET q.alone_minor = s.alone;
UPDATE finance_booking q JOIN (SELECT b.id, SUM(e.amount_minor) AS alone
    FROM finance_booking b JOIN payment_refund r ON r.id = b.about
    JOIN finance_refund_request e ON e.pledge = r.pledge AND e.id < b.id AND e.four_eyes = FALSE
    WHERE b.kind = 'REFUND_PAID' GROUP BY b.id) s ON s.id = q.id
  SET q.alone_minor = q.alone_minor + s.alone;
UPDATE finance_booking q JOIN (SELECT b.id, SUM(e.amount_minor) AS alone
    FROM finance_booking b JOIN payment_refund r ON r.id = b.about
    JOIN payment_refund o ON o.pledge = r.pledge
    JOIN finance_booking e ON e.about = o.id AND e.kind = 'REFUND_PAID' AND e.id < b.id
      AND e.four_eyes = FALSE
    WHERE b.kind = 'REFUND_PAID' GROUP BY b.id) s ON s.id = q.id
  SET q.alone_minor = q.alone_minor + s.alone;

-- No row from before says its limit: it was the usual one, or a higher one where more was decided
-- alone.
UPDATE finance_refund_request SET limit_minor = alone_minor + amount_minor
  WHERE four_eyes = FALSE AND alone_minor + amount_minor > limit_minor;
UPDATE finance_booking SET limit_minor = alone_minor + amount_minor
  WHERE four_eyes = FALSE AND alone_minor + amount_minor > limit_minor;
UPDATE finance_fee_booking SET limit_minor = ABS(fee_minor)
  WHERE four_eyes = FALSE AND ABS(fee_minor) > limit_minor;

ALTER TABLE finance_refund_request
  ALTER COLUMN alone_minor DROP DEFAULT,
  ALTER COLUMN limit_minor DROP DEFAULT,
  ADD CONSTRAINT finance_refund_alone CHECK (
    alone_minor >= 0 AND (four_eyes = TRUE OR alone_minor + amount_minor <= limit_minor));

-- What waits for another officer is asked for once: null of all others, and of a top-up.
ALTER TABLE finance_booking
  ALTER COLUMN alone_minor DROP DEFAULT,
  ALTER COLUMN limit_minor DROP DEFAULT,
  ADD COLUMN waits_about BIGINT GENERATED ALWAYS AS
    (CASE WHEN state = 'ASKED' AND four_eyes = TRUE THEN about END) STORED,
  ADD UNIQUE KEY finance_booking_waits (waits_about, kind),
  ADD CONSTRAINT finance_booking_alone CHECK (
    alone_minor >= 0 AND (four_eyes = TRUE OR alone_minor + amount_minor <= limit_minor));
ALTER TABLE finance_fee_booking
  ALTER COLUMN limit_minor DROP DEFAULT,
  ADD COLUMN waits_about BIGINT GENERATED ALWAYS AS
    (CASE WHEN state = 'ASKED' AND four_eyes = TRUE THEN difference END) STORED,
  ADD UNIQUE KEY finance_fee_booking_waits (waits_about),
  ADD CONSTRAINT finance_fee_booking_alone CHECK (
    four_eyes = TRUE OR ABS(fee_minor) <= limit_minor);

DELIMITER //

CREATE TRIGGER finance_refund_kept BEFORE UPDATE ON finance_refund_request FOR EACH ROW
BEGIN
  IF OLD.state <> 'ASKED' OR NEW.id <> OLD.id OR NEW.request_key <> OLD.request_key
      OR NEW.pledge <> OLD.pledge OR NEW.listing <> OLD.listing
      OR NEW.amount_minor <> OLD.amount_minor OR NEW.currency <> OLD.currency
      OR NEW.loss_minor <> OLD.loss_minor OR NEW.cause <> OLD.cause OR NEW.reason <> OLD.reason
      OR NEW.four_eyes <> OLD.four_eyes OR NEW.asked_by <> OLD.asked_by
      OR NEW.asked_at <> OLD.asked_at OR NEW.alone_minor <> OLD.alone_minor
      OR NEW.limit_minor <> OLD.limit_minor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a request is decided once and not changed';
  END IF;
END//

CREATE TRIGGER finance_booking_kept BEFORE UPDATE ON finance_booking FOR EACH ROW
BEGIN
  IF OLD.state <> 'ASKED' OR NEW.id <> OLD.id OR NEW.form_key <> OLD.form_key
      OR NEW.kind <> OLD.kind OR NOT (NEW.about <=> OLD.about)
      OR NEW.amount_minor <> OLD.amount_minor OR NEW.currency <> OLD.currency
      OR NEW.words <> OLD.words OR NEW.four_eyes <> OLD.four_eyes
      OR NEW.asked_by <> OLD.asked_by OR NEW.asked_at <> OLD.asked_at
      OR NEW.alone_minor <> OLD.alone_minor OR NEW.limit_minor <> OLD.limit_minor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a booking is decided once and not changed';
  END IF;
END//

CREATE TRIGGER finance_fee_booking_kept BEFORE UPDATE ON finance_fee_booking FOR EACH ROW
BEGIN
  IF OLD.state <> 'ASKED' OR NEW.id <> OLD.id OR NEW.difference <> OLD.difference
      OR NEW.fee_minor <> OLD.fee_minor OR NEW.currency <> OLD.currency
      OR NEW.reason <> OLD.reason OR NEW.four_eyes <> OLD.four_eyes
      OR NEW.asked_by <> OLD.asked_by OR NEW.asked_at <> OLD.asked_at
      OR NEW.limit_minor <> OLD.limit_minor THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a booking is decided once and not changed';
  END IF;
END//

-- Nobody says that less was given back alone before than was.
CREATE TRIGGER finance_refund_counted BEFORE INSERT ON finance_refund_request FOR EACH ROW
BEGIN
  IF NEW.four_eyes = FALSE AND NEW.alone_minor < (SELECT COALESCE(SUM(q.amount_minor), 0)
      FROM finance_refund_request q WHERE q.pledge = NEW.pledge AND q.four_eyes = FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more was given back alone before';
  END IF;
END//

CREATE TRIGGER finance_booking_counted BEFORE INSERT ON finance_booking FOR EACH ROW
BEGIN
  IF NEW.four_eyes = FALSE AND NEW.kind = 'REFUND_PAID' AND NEW.alone_minor <
      (SELECT COALESCE(SUM(q.amount_minor), 0) FROM finance_refund_request q
        JOIN payment_refund r ON r.pledge = q.pledge WHERE r.id = NEW.about AND q.four_eyes = FALSE)
      + (SELECT COALESCE(SUM(b.amount_minor), 0) FROM finance_booking b
        JOIN payment_refund o ON o.id = b.about JOIN payment_refund r ON r.pledge = o.pledge
        WHERE r.id = NEW.about AND b.kind = 'REFUND_PAID' AND b.four_eyes = FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more was given back alone before';
  END IF;
END//

DELIMITER ;
