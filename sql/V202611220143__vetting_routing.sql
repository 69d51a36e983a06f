-- Which institution leads: the first rule in the order of priority that fits. An empty column fits
-- everything; amounts are compared with the goal in its own currency, from included, to not.
CREATE TABLE vetting_routing_rule (
  id BIGINT NOT NULL PRIMARY KEY,
  priority INT NOT NULL,
  sector CHAR(1),
  governorate CHAR(2),
  model VARCHAR(20),
  amount_from_minor BIGINT,
  amount_to_minor BIGINT,
  institution_id BIGINT NOT NULL,
  working_days INT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE KEY vetting_routing_rule_priority (priority)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The Ministry of Migration and Displaced leads; large projects go to the ministry of their trade.
INSERT INTO vetting_routing_rule
  (id, priority, sector, model, amount_from_minor, institution_id, working_days, version)
SELECT 1, 10, 'A', NULL, 10000000, id, 20, 0 FROM party_institution WHERE code = 'IQ-MOA'
UNION ALL
SELECT 2, 20, 'D', NULL, 10000000, id, 20, 0 FROM party_institution WHERE code = 'IQ-MOEL'
UNION ALL
SELECT 3, 30, 'C', NULL, 10000000, id, 20, 0 FROM party_institution WHERE code = 'IQ-MOIM'
UNION ALL
SELECT 4, 40, NULL, 'PROFIT_SHARE', 20000000, id, 20, 0 FROM party_institution WHERE code = 'IQ-MOT'
UNION ALL
SELECT 5, 100, NULL, NULL, NULL, id, 15, 0 FROM party_institution WHERE code = 'IQ-MOMD';
