-- The operator's list of tenants with how each stands and how it fares; still names and numbers, never mail. `states`: what the list is narrowed to.
-- Its owner is the finder, as of the other functions that look across tenants: a migrating owner who is no superuser sees no tenant.
DROP FUNCTION list_tenants(text, timestamptz, uuid, integer);
CREATE POLICY finder ON "day_count" FOR SELECT TO postroom_finder USING (true);
GRANT SELECT ON "day_count" TO postroom_finder;
CREATE FUNCTION list_tenants(q text, state text, before_at timestamptz, before_id uuid, most integer)
  RETURNS TABLE (id uuid, slug text, name text, "createdAt" timestamptz, "suspendedAt" timestamptz, "suspendReason" text, "deletionAskedAt" timestamptz, "deletionDueAt" timestamptz,
                 domains integer, verified integer, failing integer, members integer, today integer, month integer, total bigint, "lastMail" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT t.id, t.slug, t.name, t."createdAt", t."suspendedAt", t."suspendReason", t."deletionAskedAt", t."deletionDueAt", d.n, d.verified, d.failing, m.n, c.today, c.month, c.total, l.at
    FROM (SELECT * FROM public."tenant" x
          WHERE (before_at IS NULL OR (x."createdAt", x.id) < (before_at, before_id))
            AND (q IS NULL OR strpos(lower(x.name), q) > 0 OR strpos(x.slug, q) > 0
                 OR EXISTS (SELECT 1 FROM public."domain" n WHERE n."tenantId" = x.id AND strpos(n.name, q) > 0))
            AND CASE state
                  WHEN 'active' THEN x."suspendedAt" IS NULL AND x."deletionAskedAt" IS NULL
                  WHEN 'suspended' THEN x."suspendedAt" IS NOT NULL
                  WHEN 'deleting' THEN x."deletionAskedAt" IS NOT NULL
                  WHEN 'failing' THEN EXISTS (SELECT 1 FROM public."domain" n WHERE n."tenantId" = x.id AND n.status = 'failing')
                  ELSE true
                END
          ORDER BY x."createdAt" DESC, x.id DESC LIMIT most) t,
      LATERAL (SELECT count(*)::int AS n, count(*) FILTER (WHERE k.status = 'verified')::int AS verified, count(*) FILTER (WHERE k.status = 'failing')::int AS failing
               FROM public."domain" k WHERE k."tenantId" = t.id) d,
      LATERAL (SELECT count(*)::int AS n FROM public."membership" k WHERE k."tenantId" = t.id) m,
      LATERAL (SELECT coalesce(sum(k.n) FILTER (WHERE k.day = (now() AT TIME ZONE 'UTC')::date), 0)::int AS today,
                      coalesce(sum(k.n) FILTER (WHERE k.day > (now() AT TIME ZONE 'UTC')::date - 30), 0)::int AS month, coalesce(sum(k.n), 0)::bigint AS total
               FROM public."day_count" k WHERE k."tenantId" = t.id) c,
      LATERAL (SELECT (SELECT k."receivedAt" FROM public."delivery" k WHERE k."tenantId" = t.id ORDER BY k.id DESC LIMIT 1) AS at) l
    ORDER BY t."createdAt" DESC, t.id DESC;
  END;
GRANT CREATE ON SCHEMA public TO postroom_finder;
ALTER FUNCTION list_tenants(text, text, timestamptz, uuid, integer) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder;
REVOKE EXECUTE ON FUNCTION list_tenants(text, text, timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_tenants(text, text, timestamptz, uuid, integer) TO postroom_web;
