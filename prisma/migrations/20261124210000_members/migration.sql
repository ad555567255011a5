-- An invitation waits until it is taken, and is gone then: the audit keeps what became of it. One for each address of a tenant.
CREATE TABLE "invitation" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "invitedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "declinedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenantId", "id"),
    CONSTRAINT "invitation_email_lower" CHECK (email = lower(email)),
    CONSTRAINT "invitation_role" CHECK (role IN ('owner', 'admin', 'member', 'viewer'))
);
CREATE UNIQUE INDEX "invitation_tenantId_email_key" ON "invitation"("tenantId", "email");
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");
CREATE INDEX "invitation_email_idx" ON "invitation"("email");
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "invitation" TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()));
CREATE POLICY finder ON "invitation" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "invitation" TO postroom_finder;
GRANT SELECT, INSERT, UPDATE, DELETE ON "invitation" TO postroom_web;

-- When a member last opened a page of this tenant: of no other, for that would tell what he does elsewhere.
ALTER TABLE "membership" ADD COLUMN "seenAt" TIMESTAMPTZ(3);

-- The invitation that a link opens, by the SHA-256 of its token (hex), and those that wait for an address: asked before its tenant is known.
CREATE FUNCTION find_invitation(token_hash text)
  RETURNS TABLE ("tenantId" uuid, id uuid, slug text, tenant text, email text, role text, "invitedBy" uuid, "expiresAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT i."tenantId", i.id, t.slug, t.name, i.email, i.role, i."invitedBy", i."expiresAt" FROM public."invitation" i JOIN public."tenant" t ON t.id = i."tenantId"
    WHERE i."tokenHash" = token_hash AND i."declinedAt" IS NULL AND i."expiresAt" > now() AND t."suspendedAt" IS NULL;
  END;
CREATE FUNCTION invitations_of(address text)
  RETURNS TABLE ("tenantId" uuid, id uuid, slug text, tenant text, email text, role text, "invitedBy" uuid, "expiresAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT i."tenantId", i.id, t.slug, t.name, i.email, i.role, i."invitedBy", i."expiresAt" FROM public."invitation" i JOIN public."tenant" t ON t.id = i."tenantId"
    WHERE i.email = address AND i."declinedAt" IS NULL AND i."expiresAt" > now() AND t."suspendedAt" IS NULL ORDER BY t.slug LIMIT 100;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION find_invitation(text) OWNER TO postroom_finder;
ALTER FUNCTION invitations_of(text) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION find_invitation(text), invitations_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation(text), invitations_of(text) TO postroom_web;

-- The audit is read newest first, whole or by actor, thing or verb: each by an index that has the order.
DROP INDEX "audit_tenantId_at_idx";
CREATE INDEX "audit_tenantId_at_id_idx" ON "audit"("tenantId", "at", "id");
CREATE INDEX "audit_tenantId_actorId_at_id_idx" ON "audit"("tenantId", "actorId", "at", "id");
CREATE INDEX "audit_tenantId_targetId_at_id_idx" ON "audit"("tenantId", "targetId", "at", "id");
CREATE INDEX "audit_tenantId_verb_at_id_idx" ON "audit"("tenantId", "verb", "at", "id");
DROP INDEX "operator_audit_at_idx";
CREATE INDEX "operator_audit_at_id_idx" ON "operator_audit"("at", "id");
CREATE INDEX "operator_audit_actorId_at_id_idx" ON "operator_audit"("actorId", "at", "id");
CREATE INDEX "operator_audit_targetId_at_id_idx" ON "operator_audit"("targetId", "at", "id");
CREATE INDEX "operator_audit_verb_at_id_idx" ON "operator_audit"("verb", "at", "id");
