-- What each account moved on each day in Baghdad, once by the day of booking and once by the day
-- on which it happened: so a balance as of any day is a few rows and the tail. Made anew from the
-- entries at any time; up to the cursor BALANCES, as ledger_balance_rollup.
CREATE TABLE ledger_day_rollup (
  account BIGINT NOT NULL,
  basis VARCHAR(9) NOT NULL,
  day DATE NOT NULL,
  debit_minor BIGINT NOT NULL,
  credit_minor BIGINT NOT NULL,
  PRIMARY KEY (account, basis, day)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO ledger_day_rollup (account, basis, day, debit_minor, credit_minor)
  SELECT e.account, 'BOOKED', DATE(j.booked_at + INTERVAL 3 HOUR),
    SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)), SUM(IF(e.side = 'CREDIT', e.amount_minor, 0))
  FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal
  WHERE e.journal <= (SELECT c.upto FROM ledger_cursor_lock c WHERE c.name = 'BALANCES')
  GROUP BY e.account, DATE(j.booked_at + INTERVAL 3 HOUR);

INSERT INTO ledger_day_rollup (account, basis, day, debit_minor, credit_minor)
  SELECT e.account, 'EFFECTIVE', DATE(j.effective_at + INTERVAL 3 HOUR),
    SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)), SUM(IF(e.side = 'CREDIT', e.amount_minor, 0))
  FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal
  WHERE e.journal <= (SELECT c.upto FROM ledger_cursor_lock c WHERE c.name = 'BALANCES')
  GROUP BY e.account, DATE(j.effective_at + INTERVAL 3 HOUR);
