CREATE TABLE listing_business (
  id BIGINT NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  owner_id BIGINT NOT NULL,
  name VARCHAR(200),
  legal_form VARCHAR(30),
  registration_number VARCHAR(60),
  governorate CHAR(2),
  district VARCHAR(8),
  sector CHAR(1),
  founded_year INT,
  employees INT,
  women_owned BOOLEAN NOT NULL,
  returnee_owned BOOLEAN NOT NULL,
  idp_owned BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  KEY listing_business_owner (owner_id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing (
  id BIGINT NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  owner_id BIGINT NOT NULL,
  business_id BIGINT NOT NULL,
  state VARCHAR(20) NOT NULL,
  model VARCHAR(20),
  currency CHAR(3),
  goal_minor BIGINT,
  minimum_minor BIGINT,
  cap_minor BIGINT,
  campaign_days INT,
  fee_basis_points INT,
  created_at DATETIME(6) NOT NULL,
  submitted_at DATETIME(6),
  payout_clause_at DATETIME(6),
  decided_at DATETIME(6),
  appealed BOOLEAN NOT NULL,
  published_at DATETIME(6),
  opens_at DATETIME(6),
  deadline DATETIME(6),
  collecting_until DATETIME(6),
  ended_at DATETIME(6),
  suspended_at DATETIME(6),
  suspension_reason VARCHAR(2000),
  state_before_suspension VARCHAR(20),
  open_sections VARCHAR(100) NOT NULL,
  changed_sections VARCHAR(100) NOT NULL,
  KEY listing_owner (owner_id, id),
  KEY listing_business (business_id),
  KEY listing_opens (state, opens_at),
  KEY listing_deadline (state, deadline),
  KEY listing_collecting (state, collecting_until),
  KEY listing_decided (state, decided_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_words (
  listing_id BIGINT NOT NULL,
  lang VARCHAR(3) NOT NULL,
  original BOOLEAN NOT NULL,
  title VARCHAR(200),
  summary VARCHAR(1000),
  story MEDIUMTEXT,
  PRIMARY KEY (listing_id, lang)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_condition (
  id BIGINT NOT NULL PRIMARY KEY,
  listing_id BIGINT NOT NULL,
  lang VARCHAR(3) NOT NULL,
  text VARCHAR(2000) NOT NULL,
  precondition BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  done_at DATETIME(6),
  done_note VARCHAR(2000),
  confirmed_at DATETIME(6),
  confirmed_by BIGINT,
  KEY listing_condition_listing (listing_id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What the platform keeps of each tranche, by funding model, from a day on.
CREATE TABLE listing_fee (
  model VARCHAR(20) NOT NULL,
  since DATETIME(6) NOT NULL,
  basis_points INT NOT NULL,
  PRIMARY KEY (model, since)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO listing_fee (model, since, basis_points) VALUES
  ('GRANT', '2000-01-01', 300),
  ('QARD_HASAN', '2000-01-01', 400),
  ('PROFIT_SHARE', '2000-01-01', 500);
