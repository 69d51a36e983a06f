-- A refund for which the gateway's balance was too small: how often it said so, and since when.
ALTER TABLE payment_refund
  ADD COLUMN waits INT NOT NULL DEFAULT 0,
  ADD COLUMN waits_since DATETIME(6);

-- A refund run goes through its pledges one portion after the other: where it is, and whether this
-- round has led any of them on.
ALTER TABLE payment_refund_run
  ADD COLUMN upto BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN led BOOLEAN NOT NULL DEFAULT FALSE;
