-- What one officer has paid back of a pledge by bank transfer counts when a refund to the card is
-- decided alone, as refunds to the card count when a transfer is: one limit for both.
-- No row from before is made anew: each keeps the limit and the sums it was decided under.
DELIMITER //

DROP TRIGGER finance_refund_counted//

CREATE TRIGGER finance_refund_counted BEFORE INSERT ON finance_refund_request FOR EACH ROW
BEGIN
  IF NEW.four_eyes = FALSE AND NEW.alone_minor <
      (SELECT COALESCE(SUM(q.amount_minor), 0) FROM finance_refund_request q
        WHERE q.pledge = NEW.pledge AND q.four_eyes = FALSE)
      + (SELECT COALESCE(SUM(b.amount_minor), 0) FROM finance_booking b
        JOIN payment_refund r ON r.id = b.about
        WHERE r.pledge = NEW.pledge AND b.kind = 'REFUND_PAID' AND b.four_eyes = FALSE) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'more was given back alone before';
  END IF;
END//

DELIMITER ;
