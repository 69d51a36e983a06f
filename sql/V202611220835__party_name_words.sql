-- The finance desk finds an investor by any word of the name.
CREATE FULLTEXT INDEX party_name_words ON party (name);
