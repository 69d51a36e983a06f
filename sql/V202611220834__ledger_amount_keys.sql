-- The finance desk finds journals by an amount, the newest first.
CREATE INDEX ledger_entry_amount ON ledger_entry (amount_minor, currency, journal);
