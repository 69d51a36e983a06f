CREATE TABLE listing_section (
  listing_id BIGINT NOT NULL,
  section VARCHAR(20) NOT NULL,
  version INT NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  PRIMARY KEY (listing_id, section)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_extras (
  listing_id BIGINT NOT NULL PRIMARY KEY,
  cap_purpose TEXT,
  jobs_created INT,
  jobs_kept INT,
  skills TEXT,
  grace_months INT,
  instalments INT,
  interval_months INT,
  investor_share INT,
  term_months INT,
  key_information MEDIUMTEXT,
  video VARCHAR(1000)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_budget_line (
  listing_id BIGINT NOT NULL,
  position INT NOT NULL,
  what VARCHAR(250),
  quantity INT,
  unit_minor BIGINT,
  unit_currency CHAR(3),
  required BOOLEAN NOT NULL,
  total_minor BIGINT,
  rate DECIMAL(18, 6),
  rate_day DATE,
  PRIMARY KEY (listing_id, position)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_milestone (
  listing_id BIGINT NOT NULL,
  position INT NOT NULL,
  title VARCHAR(250),
  basis_points INT,
  due_on DATE,
  evidence TEXT,
  PRIMARY KEY (listing_id, position)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE listing_risk (
  listing_id BIGINT NOT NULL,
  position INT NOT NULL,
  what TEXT,
  answer TEXT,
  PRIMARY KEY (listing_id, position)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Dinars for one unit of a currency, by day.
CREATE TABLE listing_rate (
  currency CHAR(3) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  day DATE NOT NULL,
  dinars DECIMAL(18, 6) NOT NULL,
  source VARCHAR(200) NOT NULL,
  PRIMARY KEY (currency, kind, day)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO listing_rate (currency, kind, day, dinars, source) VALUES
  ('USD', 'OFFICIAL', '2023-02-08', 1300, 'Central Bank of Iraq'),
  ('EUR', 'OFFICIAL', '2023-02-08', 1404, 'The official dollar rate, at 1.08 dollars for a euro');
