CREATE TABLE party (
  id BIGINT NOT NULL PRIMARY KEY,
  -- normalised; compared letter by letter, so that look-alikes are two addresses
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  country CHAR(2) NOT NULL,
  lang VARCHAR(3) NOT NULL,
  address_form VARCHAR(8) NOT NULL,
  roles VARCHAR(100) NOT NULL,
  institution BIGINT,
  officer INT,
  password_hash VARCHAR(255) NOT NULL,
  -- grows with every change of the password: older sessions and tokens end
  stamp INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6),
  version BIGINT NOT NULL,
  UNIQUE KEY party_email (email),
  UNIQUE KEY party_officer (institution, officer)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Links of letters. Only the hash of the secret part is kept; they live in real time.
CREATE TABLE party_link (
  secret_hash CHAR(64) NOT NULL PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  party BIGINT NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6),
  KEY party_link_party (party, kind),
  KEY party_link_expiry (expires_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE party_token (
  secret_hash CHAR(64) NOT NULL PRIMARY KEY,
  party BIGINT NOT NULL,
  stamp INT NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY party_token_expiry (expires_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE party_invitation (
  id BIGINT NOT NULL PRIMARY KEY,
  secret_hash CHAR(64) NOT NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  institution BIGINT NOT NULL,
  roles VARCHAR(100) NOT NULL,
  lang VARCHAR(3) NOT NULL,
  -- null: made by the operator's command for the first administrator
  invited_by BIGINT,
  invited_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  accepted_at DATETIME(6),
  revoked_at DATETIME(6),
  UNIQUE KEY party_invitation_secret (secret_hash),
  KEY party_invitation_email (email),
  KEY party_invitation_order (invited_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Attempts by account and by address, in real time, the same for all nodes.
CREATE TABLE party_attempt (
  subject_hash CHAR(64) NOT NULL PRIMARY KEY,
  attempts INT NOT NULL,
  until_at DATETIME(6) NOT NULL,
  KEY party_attempt_until (until_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE party_institution (
  id BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR(20) NOT NULL,
  name_en VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ckb VARCHAR(160) NOT NULL,
  regional BOOLEAN NOT NULL,
  operator BOOLEAN NOT NULL,
  -- how many officer numbers have been given out
  officers INT NOT NULL,
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE KEY party_institution_code (code)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE party_institution_twin (
  central_code VARCHAR(20) NOT NULL,
  regional_code VARCHAR(20) NOT NULL,
  PRIMARY KEY (central_code, regional_code)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE party_country_rule (
  country CHAR(2) NOT NULL PRIMARY KEY,
  models VARCHAR(60) NOT NULL,
  -- what a resident must be given before PROFIT_SHARE
  reflection_hours INT NOT NULL,
  entry_test BOOLEAN NOT NULL,
  loss_simulation BOOLEAN NOT NULL,
  key_information_sheet BOOLEAN NOT NULL,
  -- above this amount in cents of EUR an explicit consent to the risk; null: never asked
  consent_above_cents BIGINT,
  reason VARCHAR(20) NOT NULL,
  changed_by BIGINT,
  changed_at DATETIME(6),
  version BIGINT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
