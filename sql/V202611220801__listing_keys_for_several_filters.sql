-- Where several filters meet seldom, walking the key of one passes over many entries: a key for each set.
ALTER TABLE listing_search
  ADD KEY governorate_sector_live_key (governorate, sector, live_key, listing_id, state, model),
  ADD KEY governorate_sector_newest_key (governorate, sector, newest_key, listing_id, state, model),
  ADD KEY governorate_sector_ending_key (governorate, sector, ending_key, listing_id, state, model),
  ADD KEY governorate_model_live_key (governorate, model, live_key, listing_id, state, sector),
  ADD KEY governorate_model_newest_key (governorate, model, newest_key, listing_id, state, sector),
  ADD KEY governorate_model_ending_key (governorate, model, ending_key, listing_id, state, sector),
  ADD KEY sector_model_live_key (sector, model, live_key, listing_id, state, governorate),
  ADD KEY sector_model_newest_key (sector, model, newest_key, listing_id, state, governorate),
  ADD KEY sector_model_ending_key (sector, model, ending_key, listing_id, state, governorate),
  ADD KEY governorate_sector_model_live_key (governorate, sector, model, live_key, listing_id, state),
  ADD KEY governorate_sector_model_newest_key (governorate, sector, model, newest_key, listing_id, state),
  ADD KEY governorate_sector_model_ending_key (governorate, sector, model, ending_key, listing_id, state);
