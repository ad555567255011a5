-- The message log filters by each verdict. PASS is most of the mail, and is read along the primary key; the others have an index.
CREATE INDEX "delivery_virus_idx" ON "delivery" ("tenantId", virus, id) WHERE virus <> 'PASS';
CREATE INDEX "delivery_spf_idx" ON "delivery" ("tenantId", spf, id) WHERE spf <> 'PASS';
CREATE INDEX "delivery_dkim_idx" ON "delivery" ("tenantId", dkim, id) WHERE dkim <> 'PASS';
CREATE INDEX "delivery_dmarc_idx" ON "delivery" ("tenantId", dmarc, id) WHERE dmarc <> 'PASS';

-- Somebody asked that a quarantined delivery be kept. The worker does it once it is due; until then it can be taken back, exactly.
CREATE TABLE "message_release" (
    "tenantId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "message_release_pkey" PRIMARY KEY ("tenantId", "deliveryId")
);

-- A user's own views of a tenant's log: a name for a query string.
CREATE TABLE "saved_view" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("tenantId", "id")
);
CREATE UNIQUE INDEX "saved_view_tenantId_userId_name_key" ON "saved_view"("tenantId", "userId", "name");

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['message_release', 'saved_view'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO postroom_web, postroom_worker USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON "message_release" TO postroom_web;
GRANT SELECT, UPDATE, DELETE ON "message_release" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_view" TO postroom_web;
