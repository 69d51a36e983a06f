-- The same file chosen again is added once: its SHA-256 as it was uploaded tells. Files from before
-- have none and are never taken for another.
ALTER TABLE listing_media ADD COLUMN digest BINARY(32);

-- What a finished upload has become; empty where it is still on its way.
ALTER TABLE listing_upload ADD COLUMN media_id BIGINT;
