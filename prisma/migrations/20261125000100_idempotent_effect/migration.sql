-- A claim has an id of its own, and "effectAt" is set in the transaction that has the effect: what was done is known even where the answer
-- was lost. Answers are kept sealed, since some tell a secret once.
DELETE FROM "idempotency";
ALTER TABLE "idempotency"
  DROP COLUMN "body",
  ADD COLUMN "body" BYTEA,
  ADD COLUMN "claimId" UUID NOT NULL,
  ADD COLUMN "effectAt" TIMESTAMPTZ(3);
