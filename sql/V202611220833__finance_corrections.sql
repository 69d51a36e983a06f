-- Who corrected what by a journal, and why; the journal itself stands in the ledger.
CREATE TABLE finance_correction (
  journal BIGINT NOT NULL PRIMARY KEY,
  corrects BIGINT NOT NULL,
  party BIGINT NOT NULL,
  reason VARCHAR(300) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  KEY finance_correction_of (corrects)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
