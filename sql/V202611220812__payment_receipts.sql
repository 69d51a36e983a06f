-- The number of a collected pledge's receipt: random, so that only who holds it finds it.
CREATE TABLE payment_receipt (
  pledge BIGINT NOT NULL PRIMARY KEY,
  number CHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  UNIQUE KEY payment_receipt_number (number)
) CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was collected before has its receipts too.
INSERT INTO payment_receipt (pledge, number, issued_at)
SELECT a.pledge, HEX(RANDOM_BYTES(10)), MIN(a.settled_at)
FROM payment_attempt a WHERE a.state = 'PAID' GROUP BY a.pledge;
