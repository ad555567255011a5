-- Webhooks out: where a tenant wants to hear of what happens, what happened, and each try to tell.

-- A random UUIDv7 (RFC 9562 §5.7): rows in the order of their making. PostgreSQL 17 has no uuidv7().
CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN (lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;

CREATE TABLE "webhook_endpoint" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "eventTypes" TEXT[],
    -- Sealed. The one before signs as well until `previousUntil`.
    "secret" BYTEA NOT NULL,
    "previousSecret" BYTEA,
    "previousUntil" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'enabled',
    -- person | gone | failing
    "disabledWhy" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    -- Since the first failure after the last success.
    "failingSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("tenantId", "id"),
    CONSTRAINT "webhook_endpoint_state" CHECK (state IN ('enabled', 'disabled')),
    CONSTRAINT "webhook_endpoint_why" CHECK ("disabledWhy" IN ('person', 'gone', 'failing'))
);

-- One happening. Its id is the `webhook-id` of every try at every endpoint; `source` makes it happen once.
CREATE TABLE "webhook_event" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT new_id(),
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    -- The exact bytes that are signed and sent.
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("tenantId", "id")
);
CREATE UNIQUE INDEX "webhook_event_source_key" ON "webhook_event" ("tenantId", "source");
CREATE INDEX "webhook_event_createdAt_idx" ON "webhook_event" ("createdAt");

-- One try to tell one event to one endpoint: planned (waiting), under way (claimed), then succeeded, failed or cancelled.
CREATE TABLE "webhook_attempt" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT new_id(),
    "endpointId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    -- The how manieth try of this event at this endpoint.
    "n" INTEGER NOT NULL DEFAULT 1,
    -- Where in the schedule, which a redelivery begins anew, and when it began.
    "step" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    -- Not before; of a claimed one, when its lease is over.
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- The fence: who lost the claim cannot settle it.
    "claims" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "ms" INTEGER,
    "requestHeaders" JSONB,
    "status" INTEGER,
    "responseHeaders" JSONB,
    "responseBody" TEXT,
    -- {key, params} of `webhooks.problem`
    "problem" JSONB,
    -- The event has not reached the endpoint, and nothing is planned.
    "undelivered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("tenantId", "id"),
    CONSTRAINT "webhook_attempt_state" CHECK (state IN ('waiting', 'claimed', 'succeeded', 'failed', 'cancelled'))
);
-- Two plans for the same next try are one.
CREATE UNIQUE INDEX "webhook_attempt_event_key" ON "webhook_attempt" ("tenantId", "eventId", "endpointId", "n");
CREATE INDEX "webhook_attempt_endpoint_idx" ON "webhook_attempt" ("tenantId", "endpointId", "id");
CREATE INDEX "webhook_attempt_state_idx" ON "webhook_attempt" ("tenantId", "endpointId", "state", "id");
CREATE INDEX "webhook_attempt_undelivered_idx" ON "webhook_attempt" ("tenantId", "endpointId", "id") WHERE undelivered;
CREATE INDEX "webhook_attempt_open_idx" ON "webhook_attempt" ("tenantId", "endpointId", "dueAt") WHERE state IN ('waiting', 'claimed');
CREATE INDEX "webhook_attempt_due_idx" ON "webhook_attempt" ("dueAt") WHERE state IN ('waiting', 'claimed');

-- How an endpoint's tries ended, by the hour.
CREATE TABLE "webhook_hour" (
    "tenantId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_hour_pkey" PRIMARY KEY ("tenantId", "endpointId", "hour")
);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['webhook_endpoint', 'webhook_event', 'webhook_attempt', 'webhook_hour'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_endpoint" TO postroom_web;
GRANT SELECT, UPDATE ON "webhook_endpoint" TO postroom_worker;
GRANT SELECT, INSERT ON "webhook_event" TO postroom_web;
GRANT SELECT, INSERT, DELETE ON "webhook_event" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE ON "webhook_attempt" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_attempt" TO postroom_worker;
GRANT SELECT ON "webhook_hour" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_hour" TO postroom_worker;

-- Endpoints with a try that is due: the clock's work list. Ids alone.
CREATE POLICY finder ON "webhook_attempt" FOR SELECT TO postroom_finder USING (true);
CREATE POLICY finder ON "webhook_event" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "webhook_attempt", "webhook_event" TO postroom_finder;
CREATE FUNCTION webhooks_due(most integer) RETURNS TABLE ("tenantId" uuid, "endpointId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT a."tenantId", a."endpointId" FROM public."webhook_attempt" a
    WHERE a.state IN ('waiting', 'claimed') AND a."dueAt" <= now()
    GROUP BY 1, 2 ORDER BY min(a."dueAt") LIMIT most;
  END;
-- Tenants that have events from before: the work list of what is kept for a time only.
CREATE FUNCTION webhook_tenants_before(moment timestamptz) RETURNS TABLE ("tenantId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT DISTINCT e."tenantId" FROM public."webhook_event" e WHERE e."createdAt" < moment;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION webhooks_due(integer) OWNER TO postroom_finder;
ALTER FUNCTION webhook_tenants_before(timestamptz) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION webhooks_due(integer), webhook_tenants_before(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhooks_due(integer), webhook_tenants_before(timestamptz) TO postroom_worker;
