-- What finance officers book by hand: the platform's own money sent to the gateway, the reversal of
-- a journal, a failed refund that was paid in another way. Above the limit another officer must
-- approve; the database itself refuses the same person, a second decision, and any change of what
-- was asked for.
CREATE TABLE finance_booking (
  id BIGINT NOT NULL PRIMARY KEY,
  -- the form's own key: sent twice it is one booking
  form_key CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(12) NOT NULL,
  -- the journal that is reversed, or the refund that was paid; of a top-up nothing
  about BIGINT,
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  -- the bank's reference, or the reason
  words VARCHAR(300) NOT NULL,
  four_eyes BOOLEAN NOT NULL,
  state VARCHAR(10) NOT NULL,
  asked_by BIGINT NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  decided_by BIGINT,
  decided_at DATETIME(6),
  journal BIGINT,
  UNIQUE KEY finance_booking_form (form_key),
  UNIQUE KEY finance_booking_journal (journal),
  KEY finance_booking_state (state, asked_at),
  KEY finance_booking_about (about),
  CONSTRAINT finance_booking_some CHECK (amount_minor > 0),
  CONSTRAINT finance_booking_decided CHECK (
    (state = 'ASKED' AND decided_at IS NULL AND decided_by IS NULL AND journal IS NULL)
    OR (state = 'BOOKED' AND decided_at IS NOT NULL AND decided_by IS NOT NULL
      AND journal IS NOT NULL)
    OR (state = 'REFUSED' AND decided_at IS NOT NULL AND decided_by IS NOT NULL
      AND journal IS NULL)),
  CONSTRAINT finance_booking_four_eyes CHECK (
    state <> 'BOOKED' OR four_eyes = FALSE OR decided_by <> asked_by)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

DELIMITER //

CREATE TRIGGER finance_booking_kept BEFORE UPDATE ON finance_booking FOR EACH ROW
BEGIN
  IF OLD.state <> 'ASKED' OR NEW.id <> OLD.id OR NEW.form_key <> OLD.form_key
      OR NEW.kind <> OLD.kind OR NOT (NEW.about <=> OLD.about)
      OR NEW.amount_minor <> OLD.amount_minor OR NEW.currency <> OLD.currency
      OR NEW.words <> OLD.words OR NEW.four_eyes <> OLD.four_eyes
      OR NEW.asked_by <> OLD.asked_by OR NEW.asked_at <> OLD.asked_at THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a booking is decided once and not changed';
  END IF;
END//

CREATE TRIGGER finance_booking_stays BEFORE DELETE ON finance_booking FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a booking is kept';
END//

DELIMITER ;
