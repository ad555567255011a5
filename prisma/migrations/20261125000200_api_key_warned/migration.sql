-- Admins are told once that a key is about to end. The worker sees no hash of a key.
ALTER TABLE "api_key" ADD COLUMN "warnedAt" TIMESTAMPTZ(3);
GRANT SELECT ("tenantId", id, name, prefix, "expiresAt", "revokedAt", "warnedAt"), UPDATE ("warnedAt") ON "api_key" TO postroom_worker;

-- Keys that end before a moment and of which nobody was told, with their tenants: the worker's list.
CREATE FUNCTION ending_api_keys(before timestamptz, most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT k."tenantId", k.id FROM public."api_key" k
    WHERE k."expiresAt" > now() AND k."expiresAt" <= before AND k."revokedAt" IS NULL AND k."warnedAt" IS NULL ORDER BY k."expiresAt" LIMIT most;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION ending_api_keys(timestamptz, integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION ending_api_keys(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ending_api_keys(timestamptz, integer) TO postroom_worker;
CREATE INDEX "api_key_ending_idx" ON "api_key"("expiresAt") WHERE "expiresAt" IS NOT NULL AND "revokedAt" IS NULL AND "warnedAt" IS NULL;
