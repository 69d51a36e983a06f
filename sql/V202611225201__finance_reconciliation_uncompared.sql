-- What a comparison found no time to ask the gateway about: nothing is known of it.
ALTER TABLE finance_reconciliation ADD COLUMN uncompared INT NOT NULL DEFAULT 0;
