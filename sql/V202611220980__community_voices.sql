-- What owners tell of a listing after its publication. request_key is the form's own: sent twice it
-- is one update. lead is the institution that leads the listing's case: it moderates.
CREATE TABLE community_update (
  id BIGINT NOT NULL PRIMARY KEY,
  request_key CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listing BIGINT NOT NULL,
  author BIGINT NOT NULL,
  lead_institution BIGINT,
  audience VARCHAR(10) NOT NULL,
  lang VARCHAR(3) NOT NULL,
  title VARCHAR(200) NOT NULL,
  text TEXT NOT NULL,
  state VARCHAR(10) NOT NULL,
  published_at DATETIME(6) NOT NULL,
  moderated_by BIGINT,
  moderated_at DATETIME(6),
  reason VARCHAR(1000),
  UNIQUE KEY community_update_once (author, request_key),
  KEY community_update_listing (listing, state, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Questions of anybody with an account, and the owner's answer.
CREATE TABLE community_question (
  id BIGINT NOT NULL PRIMARY KEY,
  request_key CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listing BIGINT NOT NULL,
  asker BIGINT NOT NULL,
  lead_institution BIGINT,
  lang VARCHAR(3) NOT NULL,
  text VARCHAR(1000) NOT NULL,
  state VARCHAR(10) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  answer VARCHAR(4000),
  answer_lang VARCHAR(3),
  answered_at DATETIME(6),
  moderated_by BIGINT,
  moderated_at DATETIME(6),
  reason VARCHAR(1000),
  UNIQUE KEY community_question_once (asker, request_key),
  KEY community_question_listing (listing, state, id),
  KEY community_question_waiting (state, lead_institution, id),
  CONSTRAINT community_question_answered CHECK (
    (answer IS NULL AND answered_at IS NULL AND answer_lang IS NULL)
    OR (answer IS NOT NULL AND answered_at IS NOT NULL AND answer_lang IS NOT NULL))
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What people follow: a listing, or whatever opens that fits a filter. mark is the hash of what is
-- followed, since a unique key lets NULL stand as often as it likes.
CREATE TABLE community_follow (
  id BIGINT NOT NULL PRIMARY KEY,
  party BIGINT NOT NULL,
  mark CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listing BIGINT,
  governorate VARCHAR(2),
  sector CHAR(1),
  model VARCHAR(20),
  words VARCHAR(200),
  mails BOOLEAN NOT NULL,
  since DATETIME(6) NOT NULL,
  UNIQUE KEY community_follow_once (party, mark),
  KEY community_follow_listing (listing, id),
  KEY community_follow_filter (governorate, sector, model, id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Reports of abuse by anybody, signed in or not, and how they were answered.
CREATE TABLE community_report (
  id BIGINT NOT NULL PRIMARY KEY,
  request_key CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listing BIGINT NOT NULL,
  lead_institution BIGINT,
  about VARCHAR(10) NOT NULL,
  -- the update's or question's id; the listing's own where it is about the listing
  subject BIGINT NOT NULL,
  cause VARCHAR(12) NOT NULL,
  text VARCHAR(2000) NOT NULL,
  lang VARCHAR(3) NOT NULL,
  -- who reported: an account, or an address for the answer, or neither
  reporter BIGINT,
  email VARCHAR(254),
  state VARCHAR(10) NOT NULL,
  reported_at DATETIME(6) NOT NULL,
  answer VARCHAR(2000),
  answered_by BIGINT,
  answered_at DATETIME(6),
  UNIQUE KEY community_report_once (request_key),
  KEY community_report_desk (state, lead_institution, id),
  KEY community_report_subject (subject, state)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
