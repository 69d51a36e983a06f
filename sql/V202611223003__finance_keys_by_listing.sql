-- What is on its way back of a listing is asked for under the lock of its escrow, for each refund
-- of a run; the desk looks requests and disputes up by listing.
ALTER TABLE payment_refund ADD KEY payment_refund_listing (listing, state);
ALTER TABLE payment_dispute ADD KEY payment_dispute_listing (listing);
ALTER TABLE finance_refund_request ADD KEY finance_refund_listing (listing);
