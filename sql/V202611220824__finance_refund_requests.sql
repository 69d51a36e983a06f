-- What finance officers decide to give back. Above the limit, or where the platform bears a loss,
-- another officer must approve; the database itself refuses the same person, a second decision, and
-- any change of what was asked for.
CREATE TABLE finance_refund_request (
  id BIGINT NOT NULL PRIMARY KEY,
  -- the form's own key: sent twice it is one request
  request_key CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pledge BIGINT NOT NULL,
  listing BIGINT NOT NULL,
  -- amount and tip together
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  -- at most so much of it the platform may bear
  loss_minor BIGINT NOT NULL,
  cause VARCHAR(12) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  four_eyes BOOLEAN NOT NULL,
  state VARCHAR(10) NOT NULL,
  asked_by BIGINT NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  decided_by BIGINT,
  decided_at DATETIME(6),
  note VARCHAR(1000),
  UNIQUE KEY finance_refund_request_key (request_key),
  KEY finance_refund_request_pledge (pledge),
  KEY finance_refund_request_state (state, asked_at),
  CONSTRAINT finance_refund_positive CHECK (amount_minor > 0 AND loss_minor >= 0),
  CONSTRAINT finance_refund_decided CHECK (
    (state = 'ASKED' AND decided_at IS NULL AND decided_by IS NULL)
    OR (state IN ('APPROVED', 'REFUSED', 'WITHDRAWN') AND decided_at IS NOT NULL
      AND decided_by IS NOT NULL)),
  CONSTRAINT finance_refund_four_eyes CHECK (
    state NOT IN ('APPROVED', 'REFUSED') OR four_eyes = FALSE OR decided_by <> asked_by),
  CONSTRAINT finance_refund_loss CHECK (loss_minor = 0 OR four_eyes = TRUE)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The sweep for what the gateway told and nobody has processed.
ALTER TABLE payment_webhook ADD KEY payment_webhook_open (processed_at, received_at);

DELIMITER //

CREATE TRIGGER finance_refund_kept BEFORE UPDATE ON finance_refund_request FOR EACH ROW
BEGIN
  IF OLD.state <> 'ASKED' OR NEW.id <> OLD.id OR NEW.request_key <> OLD.request_key
      OR NEW.pledge <> OLD.pledge OR NEW.listing <> OLD.listing
      OR NEW.amount_minor <> OLD.amount_minor OR NEW.currency <> OLD.currency
      OR NEW.loss_minor <> OLD.loss_minor OR NEW.cause <> OLD.cause OR NEW.reason <> OLD.reason
      OR NEW.four_eyes <> OLD.four_eyes OR NEW.asked_by <> OLD.asked_by
      OR NEW.asked_at <> OLD.asked_at THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a request is decided once and not changed';
  END IF;
END//

CREATE TRIGGER finance_refund_stays BEFORE DELETE ON finance_refund_request FOR EACH ROW
BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a request is kept';
END//

-- No officers' refund without an approved request for just that sum; a second try of one that the
-- gateway refused repeats what was approved.
CREATE TRIGGER payment_refund_approved BEFORE INSERT ON payment_refund FOR EACH ROW
BEGIN
  IF NEW.reason = 'OFFICERS' AND NEW.retry_of IS NULL
      AND NOT EXISTS (SELECT 1 FROM finance_refund_request q WHERE q.id = NEW.request
        AND q.state = 'APPROVED' AND q.pledge = NEW.pledge AND q.currency = NEW.currency
        AND q.amount_minor = NEW.amount_minor + NEW.tip_minor)
      AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.pledge = NEW.pledge
        AND r.reason = 'OFFICERS' AND r.state = 'FAILED' AND r.resolved = 'RETRIED'
        AND r.amount_minor = NEW.amount_minor AND r.tip_minor = NEW.tip_minor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nobody has approved this refund';
  END IF;
END//

DELIMITER ;
