-- What the cap counts and the totals of a listing are summed from the key alone.
ALTER TABLE pledge_movement
  DROP KEY pledge_movement_listing,
  ADD KEY pledge_movement_listing
    (listing, id, started_minor, pledged_minor, firm_minor, collected_minor);
