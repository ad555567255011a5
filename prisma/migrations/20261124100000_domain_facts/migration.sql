-- What a look learned beside the needed records, and the custom MAIL FROM domain that the tenant asked for.
ALTER TABLE "domain" ADD COLUMN "facts" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "mailFrom" TEXT;

-- The work list knows status and age, as lib/core/domain/status.ts does: else a thousand verified domains would stand before a new claim.
DROP FUNCTION domains_to_check(timestamptz, integer);
CREATE FUNCTION domains_to_check(at timestamptz, most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d."tenantId", d.id FROM public."domain" d
    WHERE (d.status <> 'pending' OR d."createdAt" >= at - interval '14 days')
      AND (d."checkedAt" IS NULL OR d."checkedAt" <= at - CASE d.status
        WHEN 'verified' THEN interval '1 day'
        WHEN 'failing' THEN interval '1 hour'
        ELSE least(greatest((at - d."createdAt") / 10, interval '1 minute'), interval '6 hours') END)
    ORDER BY d."checkedAt" NULLS FIRST LIMIT most;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION domains_to_check(timestamptz, integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION domains_to_check(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION domains_to_check(timestamptz, integer) TO postroom_worker;
