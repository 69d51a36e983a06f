-- What a person is told inside the application. The words are kept in all three languages, since a
-- reader may change language; message_id is the outbox's, so that a repeated message tells once.
CREATE TABLE notice (
  id BIGINT NOT NULL PRIMARY KEY,
  message_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  title_ar VARCHAR(300) NOT NULL,
  title_ckb VARCHAR(300) NOT NULL,
  title_en VARCHAR(300) NOT NULL,
  text_ar TEXT NOT NULL,
  text_ckb TEXT NOT NULL,
  text_en TEXT NOT NULL,
  path VARCHAR(200),
  happened_at DATETIME(6) NOT NULL,
  read_at DATETIME(6),
  UNIQUE KEY notice_once (message_id, party_id),
  KEY notice_list (party_id, id),
  KEY notice_unread (party_id, read_at)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Mails that the mail server has taken. Only the hash of the address is kept.
CREATE TABLE notice_mail (
  message_id BIGINT NOT NULL,
  address_hash CHAR(64) NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  PRIMARY KEY (message_id, address_hash)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Kinds of mail that a person does not want; without a row a kind is sent.
CREATE TABLE notice_switch (
  party_id BIGINT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  PRIMARY KEY (party_id, kind)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
