-- The books. Insert-only: the application's user has no UPDATE nor DELETE here, and triggers refuse
-- both to everybody.
CREATE TABLE ledger_account (
  id BIGINT NOT NULL PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  currency CHAR(3) NOT NULL,
  -- the listing's or the party's id; 0 for the platform's accounts
  owner BIGINT NOT NULL,
  UNIQUE KEY ledger_account_named (kind, currency, owner),
  KEY ledger_account_owner (owner)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE ledger_journal (
  id BIGINT NOT NULL PRIMARY KEY,
  type VARCHAR(40) NOT NULL,
  -- compared byte by byte: two keys that differ in case are two keys
  idempotency_key VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  body_hash CHAR(64) NOT NULL,
  booked_at DATETIME(6) NOT NULL,
  effective_at DATETIME(6) NOT NULL,
  listing BIGINT,
  pledge BIGINT,
  reference VARCHAR(200),
  reverses BIGINT,
  UNIQUE KEY ledger_journal_key (idempotency_key),
  UNIQUE KEY ledger_journal_reverses (reverses),
  KEY ledger_journal_booked (booked_at),
  KEY ledger_journal_listing (listing, booked_at),
  KEY ledger_journal_pledge (pledge, booked_at),
  KEY ledger_journal_type (type, booked_at),
  CONSTRAINT ledger_journal_reversed FOREIGN KEY (reverses) REFERENCES ledger_journal (id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE ledger_entry (
  journal BIGINT NOT NULL,
  line INT NOT NULL,
  account BIGINT NOT NULL,
  side VARCHAR(6) NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  PRIMARY KEY (journal, line),
  -- carries all that a balance needs
  KEY ledger_entry_account (account, journal, side, amount_minor),
  CONSTRAINT ledger_entry_journal FOREIGN KEY (journal) REFERENCES ledger_journal (id),
  CONSTRAINT ledger_entry_of FOREIGN KEY (account) REFERENCES ledger_account (id),
  CONSTRAINT ledger_entry_positive CHECK (amount_minor > 0),
  CONSTRAINT ledger_entry_side CHECK (side IN ('DEBIT', 'CREDIT'))
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Numbers without a gap, given in the background: posting never waits for its neighbour.
CREATE TABLE ledger_journal_number (
  number BIGINT NOT NULL PRIMARY KEY,
  journal BIGINT NOT NULL,
  UNIQUE KEY ledger_journal_number_journal (journal),
  CONSTRAINT ledger_journal_number_of FOREIGN KEY (journal) REFERENCES ledger_journal (id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What can be made anew from the above, and what is locked: these may change.
CREATE TABLE ledger_balance_rollup (
  account BIGINT NOT NULL PRIMARY KEY,
  debit_minor BIGINT NOT NULL,
  credit_minor BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE ledger_account_lock (
  account BIGINT NOT NULL PRIMARY KEY
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Up to which journal the background work is done.
CREATE TABLE ledger_cursor_lock (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  upto BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO ledger_cursor_lock (name, upto) VALUES ('NUMBERS', 0), ('BALANCES', 0);

CREATE TRIGGER ledger_account_kept BEFORE UPDATE ON ledger_account FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_account is insert-only';
CREATE TRIGGER ledger_account_stays BEFORE DELETE ON ledger_account FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_account is insert-only';
CREATE TRIGGER ledger_journal_kept BEFORE UPDATE ON ledger_journal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_journal is insert-only';
CREATE TRIGGER ledger_journal_stays BEFORE DELETE ON ledger_journal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_journal is insert-only';
CREATE TRIGGER ledger_entry_kept BEFORE UPDATE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is insert-only';
CREATE TRIGGER ledger_entry_stays BEFORE DELETE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is insert-only';
CREATE TRIGGER ledger_journal_number_kept BEFORE UPDATE ON ledger_journal_number FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_journal_number is insert-only';
CREATE TRIGGER ledger_journal_number_stays BEFORE DELETE ON ledger_journal_number FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_journal_number is insert-only';

-- An id carries its time (milliseconds since 2020, above 22 bits). One that is not of the present
-- is refused, so that the background work may trail by a fixed time and yet miss nothing: neither
-- a node whose clock is wrong nor one that slept between making the id and writing the row.
CREATE TRIGGER ledger_journal_timely BEFORE INSERT ON ledger_journal FOR EACH ROW
BEGIN
  IF ABS((NEW.id DIV 4194304) + 1577836800000 - CAST(UNIX_TIMESTAMP(NOW(6)) * 1000 AS SIGNED)) > 60000 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the id of a journal is not of the present: check the clocks';
  END IF;
END;
