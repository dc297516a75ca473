-- What the platform keeps back of an organization's balance, in the smallest unit, so that messages can still be sent.
ALTER TABLE organizations ADD COLUMN reserve BIGINT NOT NULL DEFAULT 0;

-- What was kept back when the balance was told; the amount is what remains.
ALTER TABLE balances ADD COLUMN reserve BIGINT NOT NULL DEFAULT 0;
