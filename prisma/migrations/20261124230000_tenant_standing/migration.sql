-- Why a tenant is stopped, and when it goes. Both stop it: nothing leaves, mail that comes is held, nobody of it writes.
ALTER TABLE "tenant" ADD COLUMN "suspendReason" TEXT,
  ADD COLUMN "deletionAskedAt" TIMESTAMPTZ(3),
  ADD COLUMN "deletionDueAt" TIMESTAMPTZ(3),
  -- owner | operator: who asked, and whose it is to take back.
  ADD COLUMN "deletionAskedBy" TEXT,
  -- From here on there is no way back.
  ADD COLUMN "erasingAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "tenant_deletion" CHECK (("deletionAskedAt" IS NULL) = ("deletionDueAt" IS NULL) AND ("deletionAskedAt" IS NULL) = ("deletionAskedBy" IS NULL)
    AND ("erasingAt" IS NULL OR "deletionDueAt" IS NOT NULL) AND "deletionAskedBy" IN ('owner', 'operator'));

-- How a tenant stands, asked with a key or a log-in, before the tenant is set.
CREATE FUNCTION tenant_standing(tenant_id uuid)
  RETURNS TABLE ("suspendedAt" timestamptz, "suspendReason" text, "deletionAskedAt" timestamptz, "deletionDueAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT t."suspendedAt", t."suspendReason", t."deletionAskedAt", t."deletionDueAt" FROM public."tenant" t WHERE t.id = tenant_id;
  END;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION tenant_standing(uuid) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION tenant_standing(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenant_standing(uuid) TO postroom_web;
