CREATE TABLE payment_customer (
  party BIGINT NOT NULL PRIMARY KEY,
  customer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Visits to the gateway's page where a card is saved.
CREATE TABLE payment_checkout (
  session VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  pledge BIGINT NOT NULL,
  url VARCHAR(1000) NOT NULL,
  mandate VARCHAR(20) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  completed_at DATETIME(6),
  KEY payment_checkout_pledge (pledge, created_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE payment_card (
  payment_method VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  pledge BIGINT NOT NULL,
  customer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  setup_intent VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  brand VARCHAR(30) NOT NULL,
  last4 CHAR(4) NOT NULL,
  expires CHAR(7) NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  -- another card has taken its place, or the pledge has ended
  unused_at DATETIME(6),
  detached_at DATETIME(6),
  KEY payment_card_pledge (pledge, saved_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Each try to charge, committed before the gateway is called.
CREATE TABLE payment_attempt (
  id BIGINT NOT NULL PRIMARY KEY,
  pledge BIGINT NOT NULL,
  listing BIGINT NOT NULL,
  number INT NOT NULL,
  state VARCHAR(14) NOT NULL,
  on_session BOOLEAN NOT NULL,
  customer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payment_method VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL,
  tip_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  payment_intent VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  charge VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  fee_minor BIGINT,
  reason VARCHAR(30),
  started_at DATETIME(6) NOT NULL,
  settled_at DATETIME(6),
  asked INT NOT NULL,
  -- when the gateway is asked (again) for what became of it; null once that is known
  ask_at DATETIME(6),
  UNIQUE KEY payment_attempt_number (pledge, number),
  UNIQUE KEY payment_attempt_intent (payment_intent),
  KEY payment_attempt_charge (charge),
  KEY payment_attempt_ask (ask_at),
  KEY payment_attempt_listing (listing, state)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Why a pledge is in repair and when its card is tried again by itself.
CREATE TABLE payment_repair (
  pledge BIGINT NOT NULL PRIMARY KEY,
  listing BIGINT NOT NULL,
  reason VARCHAR(30) NOT NULL,
  since DATETIME(6) NOT NULL,
  retry_at DATETIME(6),
  KEY payment_repair_retry (retry_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE payment_refund (
  id BIGINT NOT NULL PRIMARY KEY,
  pledge BIGINT NOT NULL,
  listing BIGINT NOT NULL,
  attempt BIGINT NOT NULL,
  state VARCHAR(10) NOT NULL,
  reason VARCHAR(20) NOT NULL,
  amount_minor BIGINT NOT NULL,
  tip_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  gateway_refund VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  asked_at DATETIME(6) NOT NULL,
  done_at DATETIME(6),
  failed_at DATETIME(6),
  ask_at DATETIME(6),
  UNIQUE KEY payment_refund_gateway (gateway_refund),
  KEY payment_refund_pledge (pledge),
  KEY payment_refund_ask (ask_at),
  KEY payment_refund_state (state)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Listings of which everything collected goes back, in portions.
CREATE TABLE payment_refund_run (
  id BIGINT NOT NULL PRIMARY KEY,
  listing BIGINT NOT NULL,
  reason VARCHAR(20) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  done_at DATETIME(6),
  KEY payment_refund_run_open (done_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE payment_dispute (
  dispute VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  pledge BIGINT NOT NULL,
  listing BIGINT NOT NULL,
  amount_minor BIGINT NOT NULL,
  fee_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  state VARCHAR(10) NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  KEY payment_dispute_pledge (pledge),
  KEY payment_dispute_state (state)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What the gateway told. Only which object to look at is kept: the telling itself proves nothing.
CREATE TABLE payment_webhook (
  event VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  type VARCHAR(100) NOT NULL,
  object_id VARCHAR(100) NOT NULL,
  received_at DATETIME(6) NOT NULL,
  processed_at DATETIME(6)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
