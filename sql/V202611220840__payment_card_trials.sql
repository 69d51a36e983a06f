-- Who tried which card from where, so that nobody tries stolen cards on us. Only hashes of
-- addresses and the gateway's fingerprints of cards are kept, and those for a month.
CREATE TABLE payment_card_trial (
  id BIGINT NOT NULL PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  party BIGINT NOT NULL,
  pledge BIGINT NOT NULL,
  address CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  fingerprint VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  -- what told us of it: it counts once however often we are told
  source VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  UNIQUE KEY payment_card_trial_source (source),
  KEY payment_card_trial_party (party, at),
  KEY payment_card_trial_address (address, at),
  KEY payment_card_trial_card (fingerprint, at),
  KEY payment_card_trial_pledge (pledge, id),
  KEY payment_card_trial_at (at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE payment_card ADD COLUMN fingerprint VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin;
