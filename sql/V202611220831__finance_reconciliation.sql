-- One comparison of the gateway's balance transactions with the journals of a period.
CREATE TABLE finance_reconciliation (
  id BIGINT NOT NULL PRIMARY KEY,
  state VARCHAR(10) NOT NULL,
  -- the day of a daily run, so that there is one; null where somebody asked for it
  day DATE,
  asked_by BIGINT,
  asked_at DATETIME(6) NOT NULL,
  from_at DATETIME(6) NOT NULL,
  to_at DATETIME(6) NOT NULL,
  -- when it is begun, again where the gateway did not answer; null once it is done
  due_at DATETIME(6),
  tries INT NOT NULL,
  fault VARCHAR(300),
  done_at DATETIME(6),
  gateway_rows INT NOT NULL,
  journals INT NOT NULL,
  matched INT NOT NULL,
  underway INT NOT NULL,
  differing INT NOT NULL,
  UNIQUE KEY finance_reconciliation_day (day),
  KEY finance_reconciliation_due (due_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What did not match. It stays open until a later comparison no longer finds it.
CREATE TABLE finance_difference (
  id BIGINT NOT NULL PRIMARY KEY,
  -- what it is about, while it is open: the same difference is not opened twice
  open_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin,
  kind VARCHAR(24) NOT NULL,
  part VARCHAR(20) NOT NULL,
  source VARCHAR(200) NOT NULL,
  movement VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  gateway_minor BIGINT,
  gateway_currency VARCHAR(3),
  gateway_at DATETIME(6),
  journal BIGINT,
  booked_minor BIGINT,
  booked_currency CHAR(3),
  booked_at DATETIME(6),
  listing BIGINT,
  pledge BIGINT,
  found_by BIGINT NOT NULL,
  found_at DATETIME(6) NOT NULL,
  closed_by BIGINT,
  closed_at DATETIME(6),
  UNIQUE KEY finance_difference_open (open_key),
  KEY finance_difference_source (source)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which comparison has seen which difference.
CREATE TABLE finance_finding (
  reconciliation BIGINT NOT NULL,
  difference BIGINT NOT NULL,
  PRIMARY KEY (reconciliation, difference),
  KEY finance_finding_difference (difference)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
