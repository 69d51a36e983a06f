-- One file of an institution about one listing. Days and due date are kept here, so that a queue
-- needs no other table.
CREATE TABLE vetting_case (
  id BIGINT NOT NULL PRIMARY KEY,
  listing_id BIGINT NOT NULL,
  institution_id BIGINT NOT NULL,
  checklist_id BIGINT NOT NULL,
  state VARCHAR(20) NOT NULL,
  round INT NOT NULL,
  working_days INT NOT NULL,
  days_used INT NOT NULL,
  running_since DATETIME(6),
  due_at DATETIME(6),
  submitted_at DATETIME(6) NOT NULL,
  opened_at DATETIME(6),
  decided_at DATETIME(6),
  outcome VARCHAR(10),
  -- when the institution was told that its days are over
  overdue_told_at DATETIME(6),
  version BIGINT NOT NULL,
  KEY vetting_case_due (due_at),
  KEY vetting_case_listing (listing_id, id),
  KEY vetting_case_queue (institution_id, state, due_at, id),
  KEY vetting_case_decided (institution_id, decided_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a reviewer declared before seeing the file; kept for ever, the newest counts.
CREATE TABLE vetting_declaration (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  reviewer_id BIGINT NOT NULL,
  interest VARCHAR(10) NOT NULL,
  reason VARCHAR(1000),
  declared_at DATETIME(6) NOT NULL,
  KEY vetting_declaration_case (case_id, reviewer_id, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What one reviewer proposes and another confirms or returns.
CREATE TABLE vetting_proposal (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  round INT NOT NULL,
  outcome VARCHAR(10) NOT NULL,
  lang VARCHAR(3) NOT NULL,
  summary TEXT NOT NULL,
  note TEXT,
  proposed_by BIGINT NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  confirmed_by BIGINT,
  confirmed_at DATETIME(6),
  returned_by BIGINT,
  returned_at DATETIME(6),
  return_note TEXT,
  version BIGINT NOT NULL,
  KEY vetting_proposal_case (case_id, id),
  UNIQUE KEY vetting_proposal_by (id, case_id, round, proposed_by),
  CONSTRAINT vetting_proposal_four_eyes
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
  CONSTRAINT vetting_proposal_one_end
    CHECK (confirmed_by IS NULL OR returned_by IS NULL)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE vetting_condition (
  id BIGINT NOT NULL PRIMARY KEY,
  proposal_id BIGINT NOT NULL,
  position INT NOT NULL,
  text VARCHAR(1000) NOT NULL,
  precondition BOOLEAN NOT NULL,
  KEY vetting_condition_proposal (proposal_id, position)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The decision itself: one a round, by two people. The application's own check is repeated here, so
-- that no fault of the application can let one person decide alone or decide twice.
CREATE TABLE vetting_decision (
  case_id BIGINT NOT NULL,
  round INT NOT NULL,
  proposal_id BIGINT NOT NULL,
  proposed_by BIGINT NOT NULL,
  confirmed_by BIGINT NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  PRIMARY KEY (case_id, round),
  CONSTRAINT vetting_decision_four_eyes CHECK (proposed_by <> confirmed_by),
  CONSTRAINT vetting_decision_proposal FOREIGN KEY (proposal_id, case_id, round, proposed_by)
    REFERENCES vetting_proposal (id, case_id, round, proposed_by)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The filled checklist. An answer whose section changed later is re-opened: former keeps what it was.
CREATE TABLE vetting_answer (
  case_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  answer VARCHAR(10),
  former VARCHAR(10),
  remark VARCHAR(1000),
  reviewer_id BIGINT NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (case_id, item_id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE vetting_score (
  case_id BIGINT NOT NULL,
  criterion VARCHAR(20) NOT NULL,
  score INT NOT NULL,
  reviewer_id BIGINT NOT NULL,
  scored_at DATETIME(6) NOT NULL,
  PRIMARY KEY (case_id, criterion),
  CONSTRAINT vetting_score_range CHECK (score BETWEEN 1 AND 5)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a reviewer is still writing; each has an own sheet, nobody overwrites another's.
CREATE TABLE vetting_sheet (
  case_id BIGINT NOT NULL,
  reviewer_id BIGINT NOT NULL,
  outcome VARCHAR(10),
  summary TEXT,
  note TEXT,
  conditions TEXT,
  saved_at DATETIME(6) NOT NULL,
  PRIMARY KEY (case_id, reviewer_id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE vetting_change_request (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  listing_id BIGINT NOT NULL,
  section VARCHAR(20) NOT NULL,
  message TEXT NOT NULL,
  asked_by BIGINT NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  changed BOOLEAN,
  KEY vetting_change_request_case (case_id, id),
  KEY vetting_change_request_listing (listing_id, answered_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What happened to the case, insert-only.
CREATE TABLE vetting_step (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  officer_id BIGINT,
  text TEXT,
  happened_at DATETIME(6) NOT NULL,
  KEY vetting_step_case (case_id, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
