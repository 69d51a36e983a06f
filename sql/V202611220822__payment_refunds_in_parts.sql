-- A refund may be a part of the charge, may be bounded by what still lies on the escrow, may be a
-- second try of one that the bank has sent back. Where its money came from is kept with it.
ALTER TABLE payment_refund
  -- all that is left, so that the pledge goes with it; else a part, and the pledge stays
  ADD COLUMN whole BOOLEAN NOT NULL DEFAULT TRUE,
  -- once the gateway has taken it: from the listing's escrow, the tips held, the platform
  ADD COLUMN escrow_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN tips_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN loss_minor BIGINT NOT NULL DEFAULT 0,
  -- the failed refund that this one repeats, out of the refunds payable
  ADD COLUMN retry_of BIGINT,
  -- the officers' decision behind it; one refund for each
  ADD COLUMN request BIGINT,
  -- what became of a failed one: RETRIED or CHARGED_BACK; null while somebody must act
  ADD COLUMN resolved VARCHAR(14),
  ADD UNIQUE KEY payment_refund_request (request),
  ADD KEY payment_refund_attempt (attempt);

UPDATE payment_refund SET escrow_minor = amount_minor, tips_minor = tip_minor
  WHERE gateway_refund IS NOT NULL;

ALTER TABLE payment_dispute
  ADD COLUMN attempt BIGINT,
  -- once lost: what of it the escrow, the tips held and the refunds payable bore
  ADD COLUMN escrow_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN tips_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN payable_minor BIGINT NOT NULL DEFAULT 0,
  -- as the gateway names them
  ADD COLUMN reason VARCHAR(60),
  ADD COLUMN gateway_status VARCHAR(40),
  -- until when the gateway takes an answer
  ADD COLUMN due_at DATETIME(6),
  -- what was answered, by whom and when
  ADD COLUMN evidence TEXT,
  ADD COLUMN evidence_by BIGINT,
  ADD COLUMN evidence_at DATETIME(6),
  ADD COLUMN submitted_at DATETIME(6),
  ADD KEY payment_dispute_attempt (attempt);

UPDATE payment_dispute d SET attempt = (SELECT MAX(a.id) FROM payment_attempt a
  WHERE a.pledge = d.pledge AND a.state = 'PAID');

UPDATE payment_dispute d SET
  escrow_minor = (SELECT COALESCE(SUM(e.amount_minor), 0) FROM ledger_journal j
    JOIN ledger_entry e ON e.journal = j.id AND e.side = 'DEBIT'
    JOIN ledger_account a ON a.id = e.account AND a.kind = 'LISTING_ESCROW'
    WHERE j.type = 'DISPUTE_LOST' AND j.reference = d.dispute),
  tips_minor = (SELECT COALESCE(SUM(e.amount_minor), 0) FROM ledger_journal j
    JOIN ledger_entry e ON e.journal = j.id AND e.side = 'DEBIT'
    JOIN ledger_account a ON a.id = e.account AND a.kind = 'TIPS_HELD'
    WHERE j.type = 'DISPUTE_LOST' AND j.reference = d.dispute)
  WHERE d.state = 'LOST';
