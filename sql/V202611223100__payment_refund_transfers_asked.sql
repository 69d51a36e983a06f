-- A failed refund whose bank transfer waits for the second officer is not tried on the card
-- meanwhile: it would be paid twice.
ALTER TABLE payment_refund ADD COLUMN transfer_asked BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE payment_refund SET transfer_asked = TRUE WHERE id IN
  (SELECT about FROM finance_booking WHERE kind = 'REFUND_PAID' AND state = 'ASKED');
