-- GIN on (uuid, text[]): a trusted extension, so the owner need not be a superuser.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "installation" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "isOperator" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "login_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "operator_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "operator_audit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "verb" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "ip" TEXT,

    CONSTRAINT "operator_audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "arn" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subscriptionArn" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("arn")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unrouted" (
    "sesMessageId" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rawBucket" TEXT NOT NULL,
    "rawKey" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unrouted_pkey" PRIMARY KEY ("sesMessageId","recipient")
);

-- CreateTable
CREATE TABLE "orphan_object" (
    "key" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "orphan_object_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "region" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "basis" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "progress" JSONB,
    "error" TEXT,
    "createdBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "managed_rule" (
    "name" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "managed_rule_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "slug_reservation" (
    "slug" TEXT NOT NULL,
    "tenantId" UUID NOT NULL,
    "reservedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slug_reservation_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "suspendedAt" TIMESTAMPTZ(3),

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "tenantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("tenantId","userId")
);

-- CreateTable
CREATE TABLE "api_key" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "domain" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "token" TEXT NOT NULL,
    "dkimTokens" TEXT[],
    "records" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),
    "failingAt" TIMESTAMPTZ(3),

    CONSTRAINT "domain_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "rule_draft" (
    "tenantId" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedBy" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_draft_pkey" PRIMARY KEY ("tenantId")
);

-- CreateTable
CREATE TABLE "rule_version" (
    "tenantId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "publishedBy" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("tenantId","version")
);

-- CreateTable
CREATE TABLE "message" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "sesMessageId" TEXT,
    "mailFrom" TEXT NOT NULL,
    "fromAddress" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "headerMessageId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL,
    "rawBucket" TEXT NOT NULL,
    "rawKey" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "hasHtml" BOOLEAN NOT NULL DEFAULT false,
    "attachments" JSONB NOT NULL,
    "parseError" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("tenantId","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "delivery" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "sesMessageId" TEXT,
    "recipient" TEXT NOT NULL,
    "domainId" UUID,
    "mailFrom" TEXT NOT NULL,
    "fromAddress" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "fromDomain" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL,
    "spam" TEXT NOT NULL,
    "virus" TEXT NOT NULL,
    "spf" TEXT NOT NULL,
    "dkim" TEXT NOT NULL,
    "dmarc" TEXT NOT NULL,
    "dmarcPolicy" TEXT,
    "disposition" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "matchedRules" TEXT[],
    "ruleVersion" INTEGER,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("tenantId","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "delivery_search" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "words" TEXT[],

    CONSTRAINT "delivery_search_pkey" PRIMARY KEY ("tenantId","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "trace" (
    "tenantId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "run" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trace_pkey" PRIMARY KEY ("tenantId","deliveryId","run")
) PARTITION BY RANGE ("deliveryId");

-- CreateTable
CREATE TABLE "event" (
    "tenantId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "event_pkey" PRIMARY KEY ("tenantId","deliveryId","key")
) PARTITION BY RANGE ("deliveryId");

-- CreateTable
CREATE TABLE "effect" (
    "tenantId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "lease" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("tenantId","key")
);

-- CreateTable
CREATE TABLE "day_count" (
    "tenantId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "direction" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "day_count_pkey" PRIMARY KEY ("tenantId","day","direction","disposition")
);

-- CreateTable
CREATE TABLE "audit" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "verb" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "ip" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "login_session_userId_idx" ON "login_session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "operator_key_hash_key" ON "operator_key"("hash");

-- CreateIndex
CREATE INDEX "operator_key_userId_idx" ON "operator_key"("userId");

-- CreateIndex
CREATE INDEX "operator_audit_at_idx" ON "operator_audit"("at");

-- CreateIndex
CREATE INDEX "notification_receivedAt_idx" ON "notification"("receivedAt");

-- CreateIndex
CREATE INDEX "plan_createdAt_idx" ON "plan"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "managed_rule_slot_key" ON "managed_rule"("slot");

-- CreateIndex
CREATE UNIQUE INDEX "tenant_slug_key" ON "tenant"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "domain_tenantId_name_key" ON "domain"("tenantId", "name");

-- CreateIndex
CREATE INDEX "audit_tenantId_at_idx" ON "audit"("tenantId", "at");

-- AddForeignKey
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operator_key" ADD CONSTRAINT "operator_key_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---- checks: text with CHECK in place of enums, for enum operators are not leakproof and no index serves them under a policy ----
ALTER TABLE "membership" ADD CONSTRAINT "membership_role" CHECK (role IN ('owner', 'admin', 'member', 'viewer'));
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_role" CHECK (role IN ('admin', 'member', 'viewer'));
ALTER TABLE "user" ADD CONSTRAINT "user_email_lower" CHECK (email = lower(email));
ALTER TABLE "domain" ADD CONSTRAINT "domain_status" CHECK (status IN ('pending', 'verified', 'failing')),
  ADD CONSTRAINT "domain_name_lower" CHECK (name = lower(name));
ALTER TABLE "topic" ADD CONSTRAINT "topic_purpose" CHECK (purpose IN ('inbound', 'events'));
ALTER TABLE "plan" ADD CONSTRAINT "plan_status" CHECK (status IN ('ready', 'waiting', 'applying', 'applied', 'failed', 'stale', 'cancelled'));
ALTER TABLE "effect" ADD CONSTRAINT "effect_state" CHECK (state IN ('claimed', 'settled'));
ALTER TABLE "message" ADD CONSTRAINT "message_direction" CHECK (direction IN ('in', 'out'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_direction" CHECK (direction IN ('in', 'out')),
  ADD CONSTRAINT "delivery_recipient_lower" CHECK (recipient = lower(recipient)),
  ADD CONSTRAINT "delivery_disposition" CHECK (disposition IN ('kept', 'quarantined', 'dropped', 'forwarded', 'relayed', 'held', 'rejected',
    'bounced', 'unsubscribed', 'failed', 'queued', 'scheduled', 'sent', 'delivered', 'delayed', 'complained', 'suppressed')),
  ADD CONSTRAINT "delivery_verdicts" CHECK (
    spam IN ('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', 'UNKNOWN') AND virus IN ('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', 'UNKNOWN')
    AND spf IN ('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', 'UNKNOWN') AND dkim IN ('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', 'UNKNOWN')
    AND dmarc IN ('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED', 'UNKNOWN'));

-- One verified owner at most. A failing domain keeps its owner; a pending claim reserves nothing.
CREATE UNIQUE INDEX "domain_one_owner" ON "domain" (name) WHERE status <> 'pending';

-- Each filter of the message log has an index of the shape (tenantId, column, id).
CREATE INDEX "delivery_disposition_idx" ON "delivery" ("tenantId", disposition, id);
CREATE INDEX "delivery_recipient_idx" ON "delivery" ("tenantId", recipient, id);
CREATE INDEX "delivery_from_idx" ON "delivery" ("tenantId", "fromAddress", id);
CREATE INDEX "delivery_fromDomain_idx" ON "delivery" ("tenantId", "fromDomain", id);
CREATE INDEX "delivery_mailFrom_idx" ON "delivery" ("tenantId", "mailFrom", id);
CREATE INDEX "delivery_spam_idx" ON "delivery" ("tenantId", spam, id) WHERE spam <> 'PASS';
CREATE INDEX "delivery_message_idx" ON "delivery" ("tenantId", "messageId");
CREATE INDEX "delivery_search_words_idx" ON "delivery_search" USING gin ("tenantId", words) WITH (fastupdate = off);

INSERT INTO "installation" (id) VALUES (substr(md5(gen_random_uuid()::text), 1, 8));

-- ---- months: partitions are made ahead by the owner (the maintenance timer), never granted ----
CREATE FUNCTION id_floor(ts timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (lpad(to_hex(floor(extract(epoch FROM ts) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

CREATE FUNCTION ensure_month(month date) RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  parent text;
  lo timestamptz := date_trunc('month', month::timestamp) AT TIME ZONE 'UTC';
  hi timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
  child text;
  made integer := 0;
BEGIN
  FOREACH parent IN ARRAY ARRAY['message', 'delivery', 'delivery_search', 'trace', 'event'] LOOP
    child := format('%s_%s', parent, to_char(month, 'YYYYMM'));
    IF to_regclass(format('public.%I', child)) IS NULL THEN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)', child, parent, public.id_floor(lo), public.id_floor(hi));
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION ensure_month(date) FROM PUBLIC;

-- From three months back (late notifications, a queue drained after an outage) to three ahead.
SELECT ensure_month((date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => m))::date) FROM generate_series(-3, 3) m;

-- ---- roles: cluster-wide, so another database may have made them; LOGIN and passwords are the deployer's ----
DO $$ DECLARE r text; BEGIN
  FOREACH r IN ARRAY ARRAY['postroom_web', 'postroom_worker', 'postroom_finder'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', r);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r AND (rolsuper OR rolbypassrls)) THEN
      RAISE EXCEPTION 'role % must not bypass row-level security', r;
    END IF;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO postroom_web, postroom_worker, postroom_finder;

-- ---- row-level security ----
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.tenant', true), '')::uuid; -- after a transaction the setting is '' and not NULL

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['membership', 'api_key', 'domain', 'rule_draft', 'rule_version', 'message', 'delivery', 'delivery_search',
                           'trace', 'event', 'effect', 'day_count', 'audit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()))', t);
  END LOOP;
END $$;
ALTER TABLE "tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "tenant" TO postroom_web, postroom_worker USING (id = (SELECT current_tenant())) WITH CHECK (id = (SELECT current_tenant()));

-- The finder owns the few functions that look across tenants. It cannot log in and has no BYPASSRLS: policies of its own let it read.
CREATE POLICY finder ON "tenant" FOR SELECT TO postroom_finder USING (true);
CREATE POLICY finder ON "membership" FOR SELECT TO postroom_finder USING (true);
CREATE POLICY finder ON "api_key" FOR SELECT TO postroom_finder USING (true);
CREATE POLICY finder ON "domain" FOR SELECT TO postroom_finder USING (true);
CREATE POLICY finder ON "delivery" FOR SELECT TO postroom_finder USING (true);
CREATE POLICY finder ON "delivery_search" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "tenant", "membership", "api_key", "domain", "delivery", "delivery_search" TO postroom_finder;

-- ---- grants, table by table ----
GRANT SELECT ON "installation" TO postroom_web, postroom_worker;
GRANT SELECT ON "platform_setting" TO postroom_web;
GRANT SELECT, INSERT, UPDATE ON "platform_setting" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE ON "user" TO postroom_web;
GRANT SELECT ON "user" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE ON "login_session" TO postroom_web;
GRANT SELECT, UPDATE ON "operator_key" TO postroom_web;
GRANT INSERT ON "operator_key" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO postroom_web;
GRANT SELECT, INSERT ON "operator_audit" TO postroom_web;
GRANT INSERT ON "operator_audit" TO postroom_worker;
GRANT SELECT ON "topic" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "topic" TO postroom_worker;
GRANT INSERT (id, topic, body), SELECT (id) ON "notification" TO postroom_web; -- never a body
GRANT SELECT, UPDATE, DELETE ON "notification" TO postroom_worker;
GRANT SELECT ON "unrouted", "orphan_object" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "unrouted", "orphan_object" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE ON "plan" TO postroom_web, postroom_worker;
GRANT SELECT ON "managed_rule" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "managed_rule" TO postroom_worker;
GRANT SELECT, INSERT ON "slug_reservation" TO postroom_web;
GRANT SELECT ON "slug_reservation" TO postroom_worker;

GRANT SELECT, INSERT, UPDATE ON "tenant" TO postroom_web;
GRANT SELECT ON "tenant" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "membership" TO postroom_web;
GRANT SELECT ON "membership" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE ON "api_key" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "domain" TO postroom_web;
GRANT SELECT, UPDATE, DELETE ON "domain" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rule_draft" TO postroom_web;
GRANT SELECT, INSERT ON "rule_version" TO postroom_web;
GRANT SELECT ON "rule_version" TO postroom_worker;
GRANT SELECT ON "message", "delivery", "delivery_search", "trace", "event", "effect", "day_count" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "message", "delivery", "delivery_search", "trace", "event", "effect", "day_count" TO postroom_worker;
GRANT SELECT, INSERT ON "audit" TO postroom_web; -- append-only
GRANT INSERT ON "audit" TO postroom_worker;

-- ---- the few functions that look across tenants ----
-- Which tenant owns a domain: the route of an incoming mail.
CREATE FUNCTION route_domain(domain_name text) RETURNS TABLE ("tenantId" uuid, "domainId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d."tenantId", d.id FROM public."domain" d WHERE d.name = domain_name AND d.status <> 'pending';
  END;
-- Which tenant has a slug: `<slug>.<platform domain>` receives for it.
CREATE FUNCTION route_slug(tenant_slug text) RETURNS TABLE ("tenantId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT t.id FROM public."tenant" t WHERE t.slug = tenant_slug;
  END;
-- An API key's tenant, by the SHA-256 of the key (hex).
CREATE FUNCTION find_api_key(key_hash text) RETURNS TABLE ("tenantId" uuid, id uuid, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT k."tenantId", k.id, k.role FROM public."api_key" k
    WHERE k.hash = key_hash AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > now());
  END;
-- The tenants of a user, with the role in each: the switcher, and the check behind /t/<slug>.
CREATE FUNCTION tenants_of_user(user_id uuid) RETURNS TABLE ("tenantId" uuid, slug text, name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT t.id, t.slug, t.name, m.role FROM public."membership" m JOIN public."tenant" t ON t.id = m."tenantId"
    WHERE m."userId" = user_id ORDER BY t.slug;
  END;
-- What SES shall receive for: the compiler's input. Names alone, no tenant.
CREATE FUNCTION receiving_domains() RETURNS TABLE (name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d.name FROM public."domain" d WHERE d.status <> 'pending' ORDER BY d.name;
  END;
-- Domains whose records are due for a look, with their tenants: the checker's work list.
CREATE FUNCTION domains_to_check(before timestamptz, most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d."tenantId", d.id FROM public."domain" d WHERE d."checkedAt" IS NULL OR d."checkedAt" < before ORDER BY d."checkedAt" NULLS FIRST LIMIT most;
  END;
-- Which of these SES messages have a delivery in any tenant: the sweep asks, and learns nothing else.
CREATE FUNCTION delivered_messages(ids text[], since timestamptz) RETURNS TABLE ("sesMessageId" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT DISTINCT d."sesMessageId" FROM public."delivery" d WHERE d.id >= public.id_floor(since) AND d."sesMessageId" = ANY (ids);
  END;

-- Substring and word search in the tenant's log. The tenant comes from the setting, never as an argument.
-- First the newest 400 rows (a common word fills the page there), then one index probe a month, newest first.
CREATE FUNCTION search_deliveries(q text[], phrase text, before uuid, since uuid, page integer) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  t uuid := public.current_tenant();
  ids uuid[];
  floor_id uuid;
  hi timestamptz;
  lo timestamptz;
  oldest timestamptz;
BEGIN
  IF t IS NULL THEN RETURN ARRAY[]::uuid[]; END IF;
  SELECT coalesce(array_agg(w.id ORDER BY w.id DESC) FILTER (WHERE w.hit), ARRAY[]::uuid[]), (array_agg(w.id ORDER BY w.id))[1] INTO ids, floor_id
  FROM (SELECT s.id, s.words @> q AND (phrase IS NULL OR s.text LIKE phrase) AS hit FROM public.delivery_search s
        WHERE s."tenantId" = t AND s.id < before AND s.id >= since ORDER BY s.id DESC LIMIT 400) w;
  IF floor_id IS NULL OR cardinality(ids) >= page THEN RETURN ids[1:page]; END IF;
  -- A UUIDv7's first 48 bits are milliseconds.
  hi := to_timestamp(('x' || lpad(substr(replace(floor_id::text, '-', ''), 1, 12), 16, '0'))::bit(64)::bigint / 1000.0);
  SELECT to_timestamp(('x' || lpad(substr(replace(s.id::text, '-', ''), 1, 12), 16, '0'))::bit(64)::bigint / 1000.0) INTO oldest
  FROM public.delivery_search s WHERE s."tenantId" = t AND s.id >= since ORDER BY s.id LIMIT 1;
  hi := date_trunc('month', hi AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '1 month';
  WHILE hi > oldest AND cardinality(ids) < page LOOP
    lo := (date_trunc('month', (hi - interval '1 day') AT TIME ZONE 'UTC')) AT TIME ZONE 'UTC';
    ids := ids || array(
      SELECT x.id FROM (SELECT s.id FROM public.delivery_search s
        WHERE s."tenantId" = t AND s.words @> q AND (phrase IS NULL OR s.text LIKE phrase)
          AND s.id >= greatest(public.id_floor(lo), since) AND s.id < least(public.id_floor(hi), floor_id) OFFSET 0) x
      ORDER BY x.id DESC LIMIT page - cardinality(ids));
    hi := lo;
  END LOOP;
  RETURN ids;
END $$;

-- The owner must be a member of the finder to hand the functions over, where it is no superuser.
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['route_domain(text)', 'route_slug(text)', 'find_api_key(text)', 'tenants_of_user(uuid)', 'receiving_domains()',
                           'domains_to_check(timestamptz, integer)', 'delivered_messages(text[], timestamptz)',
                           'search_deliveries(text[], text, uuid, uuid, integer)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO postroom_finder', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
GRANT EXECUTE ON FUNCTION find_api_key(text), tenants_of_user(uuid), search_deliveries(text[], text, uuid, uuid, integer), receiving_domains() TO postroom_web;
GRANT EXECUTE ON FUNCTION route_domain(text), route_slug(text), receiving_domains(), domains_to_check(timestamptz, integer),
  delivered_messages(text[], timestamptz), search_deliveries(text[], text, uuid, uuid, integer) TO postroom_worker;
