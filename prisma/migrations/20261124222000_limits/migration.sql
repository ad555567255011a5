-- What a tenant may have and use. The usual limits stand in the code, the platform's in the setting `limits`, a tenant's own here.
CREATE TABLE "tenant_limit" (
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    -- Null: no limit.
    "value" BIGINT,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_limit_pkey" PRIMARY KEY ("tenantId", "name"),
    CONSTRAINT "tenant_limit_value" CHECK ("value" >= 0)
);
-- Bytes of the tenant's mail, moved by the transaction that stores it: nobody adds up a log.
CREATE TABLE "tenant_usage" (
    "tenantId" UUID NOT NULL,
    "storageBytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "tenant_usage_pkey" PRIMARY KEY ("tenantId")
);
-- Messages that were processed on a day (UTC), by direction.
CREATE TABLE "limit_day" (
    "tenantId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "direction" TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    "n" INTEGER NOT NULL,

    CONSTRAINT "limit_day_pkey" PRIMARY KEY ("tenantId", "day", "direction")
);
-- Deliveries that wait until there is room under the limit.
CREATE TABLE "limit_hold" (
    "tenantId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,

    CONSTRAINT "limit_hold_pkey" PRIMARY KEY ("tenantId", "deliveryId")
);
-- Who was told of what on which day.
CREATE TABLE "limit_notice" (
    "tenantId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "limit_notice_pkey" PRIMARY KEY ("tenantId", "name", "state", "day")
);
-- Until when the tenant is a newcomer.
ALTER TABLE "tenant" ADD COLUMN "newUntil" TIMESTAMPTZ(3);

INSERT INTO "tenant_usage" ("tenantId", "storageBytes") SELECT "tenantId", sum(size::bigint) FROM "message" GROUP BY 1;
INSERT INTO "limit_day" ("tenantId", day, direction, n)
  SELECT "tenantId", day, direction, sum(n) FROM "day_count" WHERE day >= (now() AT TIME ZONE 'UTC')::date GROUP BY 1, 2, 3;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['tenant_limit', 'tenant_usage', 'limit_day', 'limit_hold', 'limit_notice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()))', t);
  END LOOP;
END $$;
CREATE POLICY finder ON "limit_hold" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "limit_hold" TO postroom_finder;
GRANT SELECT, INSERT, UPDATE, DELETE ON "tenant_limit" TO postroom_web;
GRANT SELECT ON "tenant_limit" TO postroom_worker;
GRANT SELECT ON "tenant_usage", "limit_day", "limit_hold" TO postroom_web;
GRANT SELECT, INSERT, UPDATE ON "tenant_usage" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "limit_day" TO postroom_worker;
GRANT SELECT, INSERT, DELETE ON "limit_hold" TO postroom_worker;
GRANT SELECT, INSERT, DELETE ON "limit_notice" TO postroom_worker;

-- Tenants of which mail waits for room: the clock's work list. Ids alone.
CREATE FUNCTION tenants_over_limit(most integer) RETURNS TABLE ("tenantId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT DISTINCT h."tenantId" FROM public."limit_hold" h LIMIT most;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION tenants_over_limit(integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION tenants_over_limit(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_over_limit(integer) TO postroom_worker;
