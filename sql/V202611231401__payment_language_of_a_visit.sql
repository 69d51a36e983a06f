-- The gateway's page leads back in one language; who has changed theirs is given another visit.
ALTER TABLE payment_checkout ADD COLUMN lang VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin;
