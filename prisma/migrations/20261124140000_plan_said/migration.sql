-- Why a plan was made, and why it waits, failed or went stale, as {key, params}: each reader has it in their language.
-- Plans of before keep the English sentences alone.
ALTER TABLE plan ADD COLUMN "reasonCode" jsonb, ADD COLUMN notes jsonb;

-- What the last look at SES found, so that a page tells what SES has now, and since when that is known, without a call of its own.
CREATE TABLE sync_look (
  region text PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  "activeSet" text,
  rules integer NOT NULL,
  ours integer NOT NULL,
  -- Calls that it would take to make it as planned; 0: it is.
  calls integer NOT NULL,
  -- [{name, at}]: the receipt rule sets of this installation and the active one, oldest first.
  sets jsonb NOT NULL,
  -- A look that failed after it; null once one succeeds.
  "failedAt" timestamptz(3),
  error text
);
GRANT SELECT, INSERT, UPDATE ON sync_look TO postroom_web, postroom_worker;
