-- It is shown in the middle of a sentence.
UPDATE listing_rate SET source = 'the official dollar rate, at 1.08 dollars for a euro'
WHERE source = 'The official dollar rate, at 1.08 dollars for a euro';
