-- What was begun to be given back is what was approved: nobody changes it afterwards.
DELIMITER //

CREATE TRIGGER payment_refund_kept BEFORE UPDATE ON payment_refund FOR EACH ROW
BEGIN
  IF NEW.id <> OLD.id OR NEW.pledge <> OLD.pledge OR NEW.listing <> OLD.listing
      OR NEW.attempt <> OLD.attempt OR NEW.reason <> OLD.reason
      OR NEW.amount_minor <> OLD.amount_minor OR NEW.tip_minor <> OLD.tip_minor
      OR NEW.currency <> OLD.currency OR NOT NEW.request <=> OLD.request
      OR NOT NEW.retry_of <=> OLD.retry_of THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what is given back is not changed';
  END IF;
END//

DROP TRIGGER payment_refund_approved//

-- No officers' refund without an approved request for just that sum. One that the gateway refused
-- may be tried again once: as many rows without a request as such refusals.
CREATE TRIGGER payment_refund_approved BEFORE INSERT ON payment_refund FOR EACH ROW
BEGIN
  IF NEW.reason = 'OFFICERS' AND NEW.retry_of IS NULL
      AND NOT EXISTS (SELECT 1 FROM finance_refund_request q WHERE q.id = NEW.request
        AND q.state = 'APPROVED' AND q.pledge = NEW.pledge AND q.currency = NEW.currency
        AND q.amount_minor = NEW.amount_minor + NEW.tip_minor)
      AND (SELECT COUNT(*) FROM payment_refund r WHERE r.pledge = NEW.pledge
        AND r.reason = 'OFFICERS' AND r.retry_of IS NULL AND r.request IS NULL
        AND r.amount_minor = NEW.amount_minor AND r.tip_minor = NEW.tip_minor)
      >= (SELECT COUNT(*) FROM payment_refund r WHERE r.pledge = NEW.pledge
        AND r.reason = 'OFFICERS' AND r.retry_of IS NULL AND r.gateway_refund IS NULL
        AND r.state = 'FAILED' AND r.resolved = 'RETRIED'
        AND r.amount_minor = NEW.amount_minor AND r.tip_minor = NEW.tip_minor) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nobody has approved this refund';
  END IF;
END//

DELIMITER ;
