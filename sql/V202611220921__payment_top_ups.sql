-- Which officer booked which top-up; the journal itself stands in the ledger.
CREATE TABLE payment_top_up (
  journal BIGINT NOT NULL PRIMARY KEY,
  party BIGINT NOT NULL,
  made_at DATETIME(6) NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
