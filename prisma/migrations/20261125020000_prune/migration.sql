-- What is over is not kept for ever. One function, for the worker's clock alone: it looks past row-level security, deletes by age and
-- shows nothing. A settled effect is needed while its notification can come again (30 days), an answer to an Idempotency-Key for a day.
CREATE INDEX "effect_createdAt_idx" ON "effect" USING brin ("createdAt");
CREATE INDEX "idempotency_createdAt_idx" ON "idempotency" USING brin ("createdAt");
CREATE INDEX "hour_count_hour_idx" ON "hour_count" USING brin ("hour");

CREATE FUNCTION prune_settled() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  gone integer := 0;
  n integer;
BEGIN
  DELETE FROM public."effect" WHERE state = 'settled' AND "createdAt" < now() - interval '60 days';
  GET DIAGNOSTICS n = ROW_COUNT; gone := gone + n;
  DELETE FROM public."idempotency" WHERE "createdAt" < now() - interval '24 hours';
  GET DIAGNOSTICS n = ROW_COUNT; gone := gone + n;
  DELETE FROM public."hour_count" WHERE hour < now() - interval '40 days';
  GET DIAGNOSTICS n = ROW_COUNT; gone := gone + n;
  -- The last two hundred plans stay whatever their age: what was done to the account is looked up there.
  DELETE FROM public."plan" p WHERE p."settledAt" < now() - interval '90 days' AND p.status <> 'applying'
    AND p."createdAt" < (SELECT min(k."createdAt") FROM (SELECT "createdAt" FROM public."plan" ORDER BY "createdAt" DESC LIMIT 200) k);
  GET DIAGNOSTICS n = ROW_COUNT; gone := gone + n;
  RETURN gone;
END $$;
-- The finder owns it, as the others that look across tenants; policies of its own let it see and delete here.
GRANT SELECT, DELETE ON "effect", "idempotency", "hour_count", "plan" TO postroom_finder;
CREATE POLICY prune ON "effect" TO postroom_finder USING (true);
CREATE POLICY prune ON "idempotency" TO postroom_finder USING (true);
CREATE POLICY prune ON "hour_count" TO postroom_finder USING (true);
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION prune_settled() OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION prune_settled() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prune_settled() TO postroom_worker;
