-- Which institution vetted a published listing, for the filter by it; the index of words is made from it.
ALTER TABLE listing_search ADD COLUMN institution VARCHAR(20) NULL;

UPDATE listing_search s
  JOIN vetting_case c ON c.listing_id = s.listing_id AND c.outcome IN ('APPROVE', 'STOP')
  JOIN party_institution i ON i.id = c.institution_id
SET s.institution = i.code;
