-- V202611223000 took for what a lost dispute had taken of its charge what the listing's escrow and
-- tips had borne. Where they bore less, since tranches had left or the tips were earned, the rest,
-- which the platform bore, seemed to be left of the charge. What was left of it then is known
-- exactly where the dispute was the charge's only one and nothing of the pledge stayed: the charge
-- less its refunds, for none has begun since.
UPDATE payment_dispute d
  JOIN pledge p ON p.id = d.pledge AND p.state = 'CHARGED_BACK'
  JOIN payment_attempt a ON a.id = d.attempt
  JOIN (SELECT attempt FROM payment_dispute GROUP BY attempt HAVING COUNT(*) = 1) only_one
    ON only_one.attempt = d.attempt
  LEFT JOIN (SELECT attempt, SUM(amount_minor) AS amount, SUM(tip_minor) AS tip FROM payment_refund
    WHERE retry_of IS NULL AND (state <> 'FAILED' OR gateway_refund IS NOT NULL)
    GROUP BY attempt) gone ON gone.attempt = d.attempt
  SET d.lost_minor = LEAST(a.amount_minor - COALESCE(gone.amount, 0),
      d.amount_minor - d.payable_minor),
    d.lost_tip_minor = LEAST(a.tip_minor - COALESCE(gone.tip, 0),
      d.amount_minor - d.payable_minor
      - LEAST(a.amount_minor - COALESCE(gone.amount, 0), d.amount_minor - d.payable_minor))
  WHERE d.state = 'LOST' AND d.lost_minor = d.escrow_minor AND d.lost_tip_minor = d.tips_minor
    AND d.lost_minor + d.lost_tip_minor < LEAST(
      a.amount_minor + a.tip_minor - COALESCE(gone.amount, 0) - COALESCE(gone.tip, 0),
      d.amount_minor - d.payable_minor);
