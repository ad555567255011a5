-- The custom MAIL FROM domain is set at SES by the domain's check. "mailFromAskedAt": SES is still to be told what is wanted. "mailFromOurs": the
-- names that were put there by us, or that we were told to replace; others are somebody else's and stay.
ALTER TABLE "domain"
  ADD COLUMN "mailFromOnMxFailure" TEXT NOT NULL DEFAULT 'default' CHECK ("mailFromOnMxFailure" IN ('default', 'reject')),
  ADD COLUMN "mailFromOurs" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "mailFromAskedAt" TIMESTAMPTZ(3);

-- What SES is still to be told is tried each minute.
DROP FUNCTION domains_to_check(timestamptz, integer);
CREATE FUNCTION domains_to_check(at timestamptz, most integer) RETURNS TABLE ("tenantId" uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT d."tenantId", d.id FROM public."domain" d
    WHERE (d.status <> 'pending' OR d."createdAt" >= at - interval '14 days')
      AND (d."checkedAt" IS NULL OR d."checkedAt" <= at - CASE
        WHEN d.status <> 'pending' AND d."mailFromAskedAt" IS NOT NULL THEN interval '1 minute'
        WHEN d.status = 'verified' THEN interval '1 day'
        WHEN d.status = 'failing' THEN interval '1 hour'
        ELSE least(greatest((at - d."createdAt") / 10, interval '1 minute'), interval '6 hours') END)
    ORDER BY d."checkedAt" NULLS FIRST LIMIT most;
  END;
DO $$ BEGIN EXECUTE format('GRANT postroom_finder TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION domains_to_check(timestamptz, integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION domains_to_check(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION domains_to_check(timestamptz, integer) TO postroom_worker;
