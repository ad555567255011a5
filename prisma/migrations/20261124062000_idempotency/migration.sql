-- Answers to POSTs that carried an Idempotency-Key, for 24 hours. Operators' keys have no tenant: theirs stand under the nil UUID.
CREATE TABLE "idempotency" (
    "tenantId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("tenantId", "keyId", "key")
);
CREATE INDEX "idempotency_tenantId_createdAt_idx" ON "idempotency"("tenantId", "createdAt");

ALTER TABLE "idempotency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "idempotency" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "idempotency" TO postroom_web, postroom_worker
  USING ("tenantId" = (SELECT current_tenant())) WITH CHECK ("tenantId" = (SELECT current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotency" TO postroom_web;
