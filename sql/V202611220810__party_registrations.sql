-- Who signed up and has not opened the letter's link. Each sign-up stands for itself, also where
-- several name the same address; none is an account. They live in real time and are purged.
CREATE TABLE party_registration (
  secret_hash CHAR(64) NOT NULL PRIMARY KEY,
  -- the number that the account will have
  party BIGINT NOT NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  country CHAR(2) NOT NULL,
  lang VARCHAR(3) NOT NULL,
  address_form VARCHAR(8) NOT NULL,
  roles VARCHAR(100) NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY party_registration_email (email),
  KEY party_registration_expiry (expires_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Sign-ups that wait now go on waiting there; nobody could sign in to them.
INSERT INTO party_registration
SELECT l.secret_hash, p.id, p.email, p.name, p.country, p.lang, p.address_form, p.roles,
  p.password_hash, l.expires_at
FROM party p JOIN party_link l ON l.party = p.id AND l.kind = 'CONFIRM' AND l.used_at IS NULL
WHERE p.confirmed_at IS NULL;

DELETE FROM party_link WHERE kind = 'CONFIRM' AND used_at IS NULL;
DELETE FROM party WHERE confirmed_at IS NULL;
ALTER TABLE party MODIFY COLUMN confirmed_at DATETIME(6) NOT NULL;
