-- An officer whom an administrator has switched off signs in no more; what was done stays.
ALTER TABLE party ADD COLUMN switched_off_at DATETIME(6);

-- Insert-only: who switched which officer off or on, and when.
CREATE TABLE party_officer_switch (
  id BIGINT NOT NULL PRIMARY KEY,
  officer BIGINT NOT NULL,
  switched_on BOOLEAN NOT NULL,
  switched_by BIGINT,
  switched_at DATETIME(6) NOT NULL,
  KEY party_officer_switch_officer (officer, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
