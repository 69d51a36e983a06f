-- Rates of the currencies in which viewers reckon come beside those of the listings' currencies. A
-- rate is never changed: what corrects one is entered after it and counts from then on. Who
-- published it is said in every language.
ALTER TABLE listing_rate
  ADD COLUMN source_ar VARCHAR(200) NULL,
  ADD COLUMN source_ckb VARCHAR(200) NULL,
  ADD COLUMN entered_by BIGINT NULL,
  ADD COLUMN entered_at DATETIME(6) NOT NULL DEFAULT '2023-02-08 00:00:00';

UPDATE listing_rate SET source_ar = 'البنك المركزي العراقي', source_ckb = 'بانکی ناوەندیی عێراق'
  WHERE currency = 'USD';
UPDATE listing_rate SET source_ar = 'السعر الرسمي للدولار، على أن اليورو 1.08 دولار',
  source_ckb = 'نرخی فەرمیی دۆلار، یۆرۆیەک بە 1.08 دۆلار'
  WHERE currency = 'EUR';

ALTER TABLE listing_rate
  MODIFY source_ar VARCHAR(200) NOT NULL,
  MODIFY source_ckb VARCHAR(200) NOT NULL,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (currency, kind, day, entered_at);
