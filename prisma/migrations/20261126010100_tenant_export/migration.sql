-- All that a tenant has, as one file, made by a job and kept for some days.
CREATE TABLE "tenant_export" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state" TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'ready', 'failed', 'expired')),
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- One more with each try: who lost it to a later one changes nothing any more.
    "attempt" INTEGER NOT NULL DEFAULT 0,
    -- Of S3, while it runs: who comes after a killed worker ends it.
    "uploadId" TEXT,
    -- Messages.
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "bytes" BIGINT,
    "settledAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    -- Why the last try failed, and whether asking again is of use.
    "problem" TEXT,
    "permanent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "tenant_export_pkey" PRIMARY KEY ("tenantId", "id"),
    CONSTRAINT "tenant_export_ready" CHECK (("expiresAt" IS NOT NULL) = (state IN ('ready', 'expired')))
);
-- One at a time for each tenant.
CREATE UNIQUE INDEX "tenant_export_open_key" ON "tenant_export" ("tenantId") WHERE state IN ('queued', 'running');
CREATE INDEX "tenant_export_expiry_idx" ON "tenant_export" ("expiresAt") WHERE state = 'ready';

ALTER TABLE "tenant_export" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tenant_export" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "tenant_export" TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()));
CREATE POLICY finder ON "tenant_export" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "tenant_export" TO postroom_finder;
GRANT SELECT, INSERT ON "tenant_export" TO postroom_web;
GRANT SELECT, UPDATE ON "tenant_export" TO postroom_worker;
GRANT SELECT, DELETE ON "tenant_export" TO postroom_eraser;

-- What the worker reads for the file and did not read before; of secrets no column.
GRANT SELECT ON "audit", "rule_draft", "saved_view", "domain_consent", "message_release" TO postroom_worker;
GRANT SELECT ("tenantId", id, email, role, locale, "invitedBy", "createdAt", "sentAt", "expiresAt", "declinedAt") ON "invitation" TO postroom_worker;
GRANT SELECT (role, scopes, "createdBy", "createdAt", "lastUsedAt", "lastUsedIp") ON "api_key" TO postroom_worker;

-- Files whose time is over: the clock's work list. Ids alone.
CREATE FUNCTION exports_over(most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT e."tenantId", e.id FROM public."tenant_export" e WHERE e.state = 'ready' AND e."expiresAt" <= now() ORDER BY e."expiresAt" LIMIT most;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION exports_over(integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION exports_over(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exports_over(integer) TO postroom_worker;
