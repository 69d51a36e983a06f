-- What finance officers decide to book of a fee of the gateway that the books did not know. Above
-- the limit another officer must approve; the database itself refuses the same person, a second
-- decision, and any change of what was asked for.
CREATE TABLE finance_fee_booking (
  id BIGINT NOT NULL PRIMARY KEY,
  difference BIGINT NOT NULL,
  -- what the gateway kept and the books have not; negative where it kept less
  fee_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  reason VARCHAR(300) NOT NULL,
  four_eyes BOOLEAN NOT NULL,
  state VARCHAR(10) NOT NULL,
  asked_by BIGINT NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  decided_by BIGINT,
  decided_at DATETIME(6),
  journal BIGINT,
  KEY finance_fee_booking_difference (difference),
  UNIQUE KEY finance_fee_booking_journal (journal),
  CONSTRAINT finance_fee_booking_some CHECK (fee_minor <> 0),
  CONSTRAINT finance_fee_booking_decided CHECK (
    (state = 'ASKED' AND decided_at IS NULL AND decided_by IS NULL AND journal IS NULL)
    OR (state = 'BOOKED' AND decided_at IS NOT NULL AND decided_by IS NOT NULL
      AND journal IS NOT NULL)
    OR (state = 'REFUSED' AND decided_at IS NOT NULL AND decided_by IS NOT NULL
      AND journal IS NULL)),
  CONSTRAINT finance_fee_booking_four_eyes CHECK (
    state <> 'BOOKED' OR four_eyes = FALSE OR decided_by <> asked_by)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The watchdog asks for these every quarter of a minute.
ALTER TABLE payment_refund ADD KEY payment_refund_loss (loss_minor);

DELIMITER //

CREATE TRIGGER finance_fee_booking_kept BEFORE UPDATE ON finance_fee_booking FOR EACH ROW
BEGIN
  IF OLD.state <> 'ASKED' OR NEW.id <> OLD.id OR NEW.difference <> OLD.difference
      OR NEW.fee_minor <> OLD.fee_minor OR NEW.currency <> OLD.currency
      OR NEW.reason <> OLD.reason OR NEW.four_eyes <> OLD.four_eyes
      OR NEW.asked_by <> OLD.asked_by OR NEW.asked_at <> OLD.asked_at THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a booking is decided once and not changed';
  END IF;
END//

CREATE TRIGGER finance_fee_booking_stays BEFORE DELETE ON finance_fee_booking FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a booking is kept';
END//

DELIMITER ;
