-- Whose a domain is, in time: a claim ends, a proof that is gone has its grace, and a fresh one of another tenant moves the domain.
-- "tokenAt": when the token was issued; "provenAt": when it was last seen in DNS; "aloneSince": since when it was seen where the owner's is
-- gone; "toldAt": of the last notice that the domain fails; "lapsedAt": its grace is over, no mail is taken for it; "lostAt": another took it.
ALTER TABLE "domain"
  ADD COLUMN "tokenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "expiresAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP + interval '14 days',
  ADD COLUMN "provenAt" TIMESTAMPTZ(3),
  ADD COLUMN "aloneSince" TIMESTAMPTZ(3),
  ADD COLUMN "toldAt" TIMESTAMPTZ(3),
  ADD COLUMN "lapsedAt" TIMESTAMPTZ(3),
  ADD COLUMN "lostAt" TIMESTAMPTZ(3),
  ADD COLUMN "consent" TEXT CHECK ("consent" IN ('asked', 'granted', 'refused', 'withdrawn')),
  -- SES had the identity before the claim, and since when it is used.
  ADD COLUMN "foundAtSes" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "adoptedAt" TIMESTAMPTZ(3);
UPDATE "domain" SET "tokenAt" = "createdAt", "provenAt" = CASE WHEN status = 'verified' THEN "checkedAt" END,
  "expiresAt" = CASE WHEN status = 'pending' THEN greatest("createdAt" + interval '14 days', CURRENT_TIMESTAMP + interval '1 day') END;
ALTER TABLE "domain" ADD CONSTRAINT "domain_claim_ends" CHECK (status <> 'pending' OR "expiresAt" IS NOT NULL);
CREATE INDEX "domain_expiring" ON "domain" ("expiresAt") WHERE status = 'pending';

-- A tenant that owns a domain is asked before another verifies a name below it. The row is the owner's; who asks is never shown.
CREATE TABLE "domain_consent" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "domainId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "claimTenantId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "answer" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "domain_consent_pkey" PRIMARY KEY ("tenantId", "id"),
    CONSTRAINT "domain_consent_answer" CHECK ("answer" IN ('granted', 'refused', 'withdrawn'))
);
CREATE UNIQUE INDEX "domain_consent_claim_key" ON "domain_consent" ("tenantId", "claimTenantId", "name");
CREATE INDEX "domain_consent_domain_idx" ON "domain_consent" ("tenantId", "domainId");
ALTER TABLE "domain_consent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "domain_consent" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "domain_consent" TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "domain_consent" TO postroom_web, postroom_worker;

-- Identities at SES that were made here, so that they may be deleted here. Those that were there before are not in it.
CREATE TABLE "ses_identity" (
    "name" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ses_identity_pkey" PRIMARY KEY ("name")
);
GRANT SELECT, INSERT ON "ses_identity" TO postroom_web;
GRANT SELECT, INSERT, DELETE ON "ses_identity" TO postroom_worker;

-- Who owns these names: for a claim, which asks of its own name and of those above it. The answer stays in the service.
CREATE FUNCTION domain_owners(names text[]) RETURNS TABLE (name text, "tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d.name, d."tenantId", d.id FROM public."domain" d WHERE d.name = ANY (names) AND d.status <> 'pending';
  END;
-- Claims whose time is over, with their tenants.
CREATE FUNCTION expired_claims(at timestamptz, most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d."tenantId", d.id FROM public."domain" d WHERE d.status = 'pending' AND d."expiresAt" <= at ORDER BY d."expiresAt" LIMIT most;
  END;
-- Whether any tenant has the name among its domains: else its identity at SES is of no use.
CREATE FUNCTION domain_wanted(domain_name text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT EXISTS (SELECT 1 FROM public."domain" d WHERE d.name = domain_name);
  END;
-- No receipt entry for what lapsed. Mail that SES took before is still routed: `route_domain` knows the owner.
CREATE OR REPLACE FUNCTION receiving_domains() RETURNS TABLE (name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d.name FROM public."domain" d WHERE d.status <> 'pending' AND d."lapsedAt" IS NULL ORDER BY d.name;
  END;
-- As lib/core/domain/status.ts has it.
CREATE OR REPLACE FUNCTION domains_to_check(at timestamptz, most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d."tenantId", d.id FROM public."domain" d
    WHERE (d.status <> 'pending' OR d."expiresAt" > at)
      AND (d."checkedAt" IS NULL OR d."checkedAt" <= at - CASE
        WHEN d.status <> 'pending' AND d."mailFromAskedAt" IS NOT NULL THEN interval '1 minute'
        WHEN d.status = 'verified' THEN interval '1 day'
        WHEN d.status = 'failing' AND d."lapsedAt" IS NULL AND d."failingAt" <= at - interval '72 hours' THEN interval '1 minute'
        WHEN d.status = 'failing' THEN least(greatest((at - d."failingAt") / 10, interval '10 minutes'), interval '6 hours')
        ELSE least(greatest((at - d."tokenAt") / 10, interval '1 minute'), interval '6 hours') END)
    ORDER BY d."checkedAt" NULLS FIRST LIMIT most;
  END;

DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['domain_owners(text[])', 'expired_claims(timestamptz, integer)', 'domain_wanted(text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO postroom_finder', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
GRANT EXECUTE ON FUNCTION domain_owners(text[]) TO postroom_web, postroom_worker;
GRANT EXECUTE ON FUNCTION expired_claims(timestamptz, integer), domain_wanted(text) TO postroom_worker;
