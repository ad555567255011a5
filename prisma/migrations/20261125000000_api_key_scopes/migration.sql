-- What of its role a key may do: permissions of the matrix, or '*' for all that the role may, now and later.
ALTER TABLE "api_key"
  ADD COLUMN "scopes" TEXT[] NOT NULL DEFAULT '{*}',
  ADD COLUMN "lastUsedIp" TEXT;
CREATE INDEX "api_key_tenantId_createdAt_idx" ON "api_key"("tenantId", "createdAt");

DROP FUNCTION find_api_key(text);
CREATE FUNCTION find_api_key(key_hash text) RETURNS TABLE ("tenantId" uuid, id uuid, role text, scopes text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT k."tenantId", k.id, k.role, k.scopes FROM public."api_key" k
    WHERE k.hash = key_hash AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > now());
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION find_api_key(text) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION find_api_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_key(text) TO postroom_web;
