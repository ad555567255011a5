-- Messages a day and bytes of mail: one row for each tenant, changed by one statement for each message that is stored, in its transaction.
-- Mail above a limit waits: its message stands in `limit_hold` until there is room. Nothing was written to the two tables that go.
DROP FUNCTION tenants_over_limit(integer);
DROP TABLE "limit_day", "limit_hold";
CREATE TABLE "limit_hold" (
    "tenantId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "limit_hold_pkey" PRIMARY KEY ("tenantId", "messageId")
);
ALTER TABLE "tenant_usage"
    -- The UTC day that `messages` is of; a later one begins at 0.
    ADD COLUMN "day" DATE NOT NULL DEFAULT '1970-01-01',
    ADD COLUMN "messages" INTEGER NOT NULL DEFAULT 0,
    -- What waits for room, which `storageBytes` holds as well.
    ADD COLUMN "heldMessages" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "heldBytes" BIGINT NOT NULL DEFAULT 0,
    -- The limit that the first of them met. While it is set all mail waits behind them, so that it is processed in the order it came.
    ADD COLUMN "waitsFor" TEXT CHECK ("waitsFor" IN ('messagesPerDay', 'storageBytes')),
    ADD CONSTRAINT "tenant_usage_waits" CHECK (("waitsFor" IS NULL) = ("heldMessages" = 0) AND "heldMessages" >= 0 AND "messages" >= 0);
CREATE INDEX "tenant_usage_waits_idx" ON "tenant_usage" ("tenantId") WHERE "waitsFor" IS NOT NULL;

-- What was stored until now, once more: nobody kept it. An owner who is no superuser sees rows only without FORCE.
ALTER TABLE "message" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "tenant_usage" NO FORCE ROW LEVEL SECURITY;
DELETE FROM "tenant_usage";
INSERT INTO "tenant_usage" ("tenantId", "storageBytes", "day", "messages")
  SELECT "tenantId", sum(size::bigint), (now() AT TIME ZONE 'UTC')::date, count(*) FILTER (WHERE "receivedAt" >= date_trunc('day', now(), 'UTC') AND direction = 'in') FROM "message" GROUP BY 1;
ALTER TABLE "message" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tenant_usage" FORCE ROW LEVEL SECURITY;

ALTER TABLE "limit_hold" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "limit_hold" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "limit_hold" TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()));
-- UPDATE for the lock alone: a second envelope of a mail that waits holds its row.
GRANT SELECT, INSERT, UPDATE, DELETE ON "limit_hold" TO postroom_worker;
CREATE POLICY finder ON "tenant_usage" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "tenant_usage" TO postroom_finder;

-- Which limit a message of so many bytes meets; null: there is room. Null limits are none.
CREATE FUNCTION limit_met(waits text, messages integer, used bigint, bytes bigint, most_messages bigint, most_bytes bigint) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN waits IS NOT NULL THEN waits WHEN messages >= most_messages THEN 'messagesPerDay' WHEN used + bytes > most_bytes THEN 'storageBytes' END;

-- Tenants of which mail waits for room: the clock's work list. Ids alone.
CREATE FUNCTION tenants_over_limit(most integer) RETURNS TABLE ("tenantId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT u."tenantId" FROM public."tenant_usage" u WHERE u."waitsFor" IS NOT NULL LIMIT most;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION tenants_over_limit(integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION tenants_over_limit(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_over_limit(integer) TO postroom_worker;
