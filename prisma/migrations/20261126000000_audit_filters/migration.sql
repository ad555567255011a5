-- The audit is filtered by the noun of its verbs and by the kind of actor. Under row-level security no expression of a function that is
-- not leakproof (split_part) uses an index, so the noun is a column.
ALTER TABLE "audit" ADD COLUMN "noun" text GENERATED ALWAYS AS (split_part("verb", '.', 1)) STORED;
ALTER TABLE "operator_audit" ADD COLUMN "noun" text GENERATED ALWAYS AS (split_part("verb", '.', 1)) STORED;

CREATE INDEX "audit_tenantId_noun_at_id_idx" ON "audit"("tenantId", "noun", "at", "id");
CREATE INDEX "audit_tenantId_actorKind_at_id_idx" ON "audit"("tenantId", "actorKind", "at", "id");
CREATE INDEX "operator_audit_noun_at_id_idx" ON "operator_audit"("noun", "at", "id");
CREATE INDEX "operator_audit_actorKind_at_id_idx" ON "operator_audit"("actorKind", "at", "id");
