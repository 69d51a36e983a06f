-- One row for each published listing: what it is found by, and along which numbers it is sorted.
-- An index for each filter and each order, so that a page is read from its beginning and no further.
CREATE TABLE listing_search (
  listing_id BIGINT NOT NULL PRIMARY KEY,
  state VARCHAR(20) NOT NULL,
  sector CHAR(1) NOT NULL,
  governorate CHAR(2) NOT NULL,
  model VARCHAR(20) NOT NULL,
  languages VARCHAR(12) NOT NULL,
  live_key BIGINT NOT NULL,
  newest_key BIGINT NOT NULL,
  ending_key BIGINT NOT NULL,
  KEY all_live_key (live_key, listing_id),
  KEY all_newest_key (newest_key, listing_id),
  KEY all_ending_key (ending_key, listing_id),
  KEY state_live_key (state, live_key, listing_id),
  KEY state_newest_key (state, newest_key, listing_id),
  KEY state_ending_key (state, ending_key, listing_id),
  KEY sector_live_key (sector, live_key, listing_id),
  KEY sector_newest_key (sector, newest_key, listing_id),
  KEY sector_ending_key (sector, ending_key, listing_id),
  KEY governorate_live_key (governorate, live_key, listing_id),
  KEY governorate_newest_key (governorate, newest_key, listing_id),
  KEY governorate_ending_key (governorate, ending_key, listing_id),
  KEY model_live_key (model, live_key, listing_id),
  KEY model_newest_key (model, newest_key, listing_id),
  KEY model_ending_key (model, ending_key, listing_id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The folded words of published listings, each with the listing's place in the order of open ones.
CREATE TABLE listing_token (
  token VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  live_key BIGINT NOT NULL,
  listing_id BIGINT NOT NULL,
  PRIMARY KEY (token, live_key, listing_id),
  KEY listing_token_listing (listing_id)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many published listings there are for each combination of filters; '*' is any.
CREATE TABLE listing_count (
  state VARCHAR(20) NOT NULL,
  sector CHAR(1) NOT NULL,
  governorate VARCHAR(2) NOT NULL,
  model VARCHAR(20) NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (state, sector, governorate, model)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What has changed since it was last rolled up.
CREATE TABLE listing_count_tail (
  id BIGINT NOT NULL PRIMARY KEY,
  state VARCHAR(20) NOT NULL,
  sector CHAR(1) NOT NULL,
  governorate VARCHAR(2) NOT NULL,
  model VARCHAR(20) NOT NULL,
  n INT NOT NULL
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
