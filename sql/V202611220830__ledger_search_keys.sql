-- Journals are found by the gateway's or the bank's own number: the finance desk's search and the
-- reconciliation read by it. The beginning is enough to be unique.
CREATE INDEX ledger_journal_reference ON ledger_journal (reference);
