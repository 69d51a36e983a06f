-- When the investor was told of the charge, two days before cancelling ends; once for each pledge.
ALTER TABLE pledge
  ADD COLUMN announced_at DATETIME(6),
  ADD KEY pledge_unannounced (listing, state, announced_at, investor),
  DROP KEY pledge_listing;
