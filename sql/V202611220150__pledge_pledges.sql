CREATE TABLE pledge (
  id BIGINT NOT NULL PRIMARY KEY,
  listing BIGINT NOT NULL,
  investor BIGINT NOT NULL,
  state VARCHAR(12) NOT NULL,
  amount_minor BIGINT NOT NULL,
  tip_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  public_name BOOLEAN NOT NULL,
  -- where the investor lived when placing: decides the duties, kept for the record
  country CHAR(2) NOT NULL,
  -- the version of the mandate text that was accepted
  mandate VARCHAR(20) NOT NULL,
  -- the unguessable half of the address at which the card is saved
  pay_secret CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6),
  reflecting_until DATETIME(6),
  -- when time itself moves the pledge on: the end of 24 hours or of the reflection
  due_at DATETIME(6),
  ended_at DATETIME(6),
  version BIGINT NOT NULL,
  KEY pledge_listing (listing, state, investor),
  KEY pledge_investor (investor, id),
  KEY pledge_due (due_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Permanent: an investor's key stands for one request for ever.
CREATE TABLE pledge_request (
  investor BIGINT NOT NULL,
  request_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pledge BIGINT NOT NULL,
  PRIMARY KEY (investor, request_key),
  KEY pledge_request_pledge (pledge)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Insert-only: each step of a pledge with what it changed of the listing's totals.
CREATE TABLE pledge_movement (
  id BIGINT NOT NULL PRIMARY KEY,
  listing BIGINT NOT NULL,
  pledge BIGINT NOT NULL,
  state VARCHAR(12) NOT NULL,
  at DATETIME(6) NOT NULL,
  started_minor BIGINT NOT NULL,
  pledged_minor BIGINT NOT NULL,
  firm_minor BIGINT NOT NULL,
  collected_minor BIGINT NOT NULL,
  KEY pledge_movement_listing (listing, id),
  KEY pledge_movement_pledge (pledge)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The sums of the movements up to the cursor; the rest is the tail.
CREATE TABLE pledge_total (
  listing BIGINT NOT NULL PRIMARY KEY,
  started_minor BIGINT NOT NULL,
  pledged_minor BIGINT NOT NULL,
  firm_minor BIGINT NOT NULL,
  collected_minor BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE pledge_cursor (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  upto BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO pledge_cursor (name, upto) VALUES ('TOTALS', 0);

-- What an ended campaign still has to do with its pledges, in portions; survives any crash.
CREATE TABLE pledge_run (
  id BIGINT NOT NULL PRIMARY KEY,
  listing BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  paused BOOLEAN NOT NULL,
  started_at DATETIME(6) NOT NULL,
  done_at DATETIME(6),
  KEY pledge_run_listing (listing),
  KEY pledge_run_open (done_at, paused)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
