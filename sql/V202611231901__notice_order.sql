-- Letters are written when their turn comes; a list shows them as things happened.
ALTER TABLE notice
  DROP KEY notice_list,
  ADD KEY notice_list (party_id, happened_at, id);
