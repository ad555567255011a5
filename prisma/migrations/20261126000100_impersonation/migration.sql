-- An operator looks into a tenant's console: reading alone, with a reason, for an hour at most, in one log-in.
CREATE TABLE "impersonation" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "operatorId" UUID NOT NULL,
    -- The log-in that it holds for. No foreign key: what is over stays when the log-in's row is deleted.
    "sessionId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    -- operator | replaced | time | logIn | flag
    "endedWhy" TEXT,

    CONSTRAINT "impersonation_pkey" PRIMARY KEY ("tenantId", "id"),
    CONSTRAINT "impersonation_hour" CHECK ("expiresAt" <= "startedAt" + interval '1 hour'),
    CONSTRAINT "impersonation_why" CHECK ("endedWhy" IN ('operator', 'replaced', 'time', 'logIn', 'flag') AND ("endedAt" IS NULL) = ("endedWhy" IS NULL))
);
-- One at a time for each operator, over all tenants.
CREATE UNIQUE INDEX "impersonation_open_key" ON "impersonation" ("operatorId") WHERE "endedAt" IS NULL;
CREATE INDEX "impersonation_tenantId_startedAt_idx" ON "impersonation" ("tenantId", "startedAt");

ALTER TABLE "impersonation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "impersonation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "impersonation" TO postroom_web, postroom_worker
  USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()));
CREATE POLICY finder ON "impersonation" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT, INSERT ON "impersonation" TO postroom_web;
GRANT SELECT ON "impersonation" TO postroom_worker;
GRANT UPDATE ("endedAt", "endedWhy") ON "impersonation" TO postroom_web, postroom_worker;
GRANT SELECT ON "impersonation" TO postroom_finder;
GRANT SELECT (id, "revokedAt", "expiresAt") ON "login_session" TO postroom_finder;
GRANT SELECT (id, "isOperator", "disabledAt") ON "user" TO postroom_finder;

-- Where an operator looks now: asked with his log-in, before any tenant is set. Whether it still holds is judged by who asks.
CREATE FUNCTION open_impersonation(operator uuid) RETURNS TABLE (id uuid, "tenantId" uuid, slug text, name text, "sessionId" uuid, reason text, "startedAt" timestamptz, "expiresAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT i.id, i."tenantId", t.slug, t.name, i."sessionId", i.reason, i."startedAt", i."expiresAt"
    FROM public."impersonation" i JOIN public."tenant" t ON t.id = i."tenantId" WHERE i."operatorId" = operator AND i."endedAt" IS NULL;
  END;
-- The clock's work list: those whose hour, log-in or operator's flag is over. Ids alone, and why.
CREATE FUNCTION impersonations_over(at timestamptz) RETURNS TABLE ("tenantId" uuid, id uuid, why text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT i."tenantId", i.id, CASE WHEN u.id IS NULL THEN 'flag' WHEN s.id IS NULL THEN 'logIn' ELSE 'time' END
    FROM public."impersonation" i
      LEFT JOIN public."user" u ON u.id = i."operatorId" AND u."isOperator" AND u."disabledAt" IS NULL
      LEFT JOIN public."login_session" s ON s.id = i."sessionId" AND s."revokedAt" IS NULL AND s."expiresAt" > at
    WHERE i."endedAt" IS NULL AND (u.id IS NULL OR s.id IS NULL OR i."expiresAt" <= at);
  END;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION open_impersonation(uuid) OWNER TO postroom_finder;
ALTER FUNCTION impersonations_over(timestamptz) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION open_impersonation(uuid), impersonations_over(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_impersonation(uuid) TO postroom_web;
GRANT EXECUTE ON FUNCTION impersonations_over(timestamptz) TO postroom_worker;
