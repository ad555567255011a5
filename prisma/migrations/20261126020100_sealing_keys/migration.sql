-- Which master key the installation ran with since when: ids alone, made of a hash. The newest is the one that it ran with last.
CREATE TABLE "sealing_key" (
    "id" TEXT NOT NULL,
    "currentSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealing_key_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sealing_key_id" CHECK (id ~ '^[0-9a-f]{8}$')
);
GRANT SELECT ON "sealing_key" TO postroom_web;
GRANT SELECT, INSERT, UPDATE ON "sealing_key" TO postroom_worker;

-- The worker seals anew what stands under an old key: these columns, and no others of the tables.
GRANT SELECT ("userId", secret), UPDATE (secret) ON "totp" TO postroom_worker;
GRANT SELECT ("tenantId", "keyId", key, body, "createdAt"), UPDATE (body) ON "idempotency" TO postroom_worker;

GRANT SELECT (secret) ON "totp" TO postroom_finder;
GRANT SELECT (content) ON "product_mail" TO postroom_finder;
CREATE POLICY finder ON "webhook_endpoint" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ("tenantId", secret, "previousSecret") ON "webhook_endpoint" TO postroom_finder;

-- What is sealed, counted by kind and by the key's id, which is the first four bytes. Answers that are kept for a key of an API count for their day.
CREATE FUNCTION sealed_counts() RETURNS TABLE (kind text, key text, n integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT s.kind, encode(substring(s.sealed FROM 1 FOR 4), 'hex'), count(*)::int FROM (
      SELECT 'totp' AS kind, secret AS sealed FROM public."totp"
      UNION ALL SELECT 'webhookSecret', secret FROM public."webhook_endpoint"
      UNION ALL SELECT 'webhookSecret', "previousSecret" FROM public."webhook_endpoint" WHERE "previousSecret" IS NOT NULL
      UNION ALL SELECT 'productMail', content FROM public."product_mail" WHERE content IS NOT NULL
      UNION ALL SELECT 'idempotency', body FROM public."idempotency" WHERE body IS NOT NULL AND "createdAt" >= now() - interval '24 hours'
    ) s GROUP BY 1, 2;
  END;

-- Tenants with something under one of these keys: the work list of sealing anew. Ids alone.
CREATE FUNCTION sealed_tenants(keys text[], most integer) RETURNS TABLE ("tenantId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT e."tenantId" FROM public."webhook_endpoint" e
      WHERE encode(substring(e.secret FROM 1 FOR 4), 'hex') = ANY (keys) OR encode(substring(e."previousSecret" FROM 1 FOR 4), 'hex') = ANY (keys)
    UNION
    SELECT i."tenantId" FROM public."idempotency" i WHERE encode(substring(i.body FROM 1 FOR 4), 'hex') = ANY (keys)
    LIMIT most;
  END;

DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION sealed_counts() OWNER TO postroom_finder;
ALTER FUNCTION sealed_tenants(text[], integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION sealed_counts(), sealed_tenants(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sealed_counts() TO postroom_web, postroom_worker;
GRANT EXECUTE ON FUNCTION sealed_tenants(text[], integer) TO postroom_worker;
