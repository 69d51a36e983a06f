-- A dispute may be about a part of a charge: once lost, what it took of what was left of it is kept
-- here, and whether the pledge has followed (one that was being refunded then had not).
ALTER TABLE payment_dispute
  ADD COLUMN lost_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN lost_tip_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN followed BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE payment_dispute SET lost_minor = escrow_minor, lost_tip_minor = tips_minor, followed = TRUE
  WHERE state = 'LOST';
