-- The operator's list of tenants: names, states and numbers, never mail. The service checks that the reader is an operator.
-- Newest first, by keyset; the counts are made for the page's rows alone.
CREATE FUNCTION list_tenants(q text, before_at timestamptz, before_id uuid, most integer)
  RETURNS TABLE (id uuid, slug text, name text, "createdAt" timestamptz, "suspendedAt" timestamptz, domains integer, verified integer,
                 members integer, today integer, month integer, "lastMail" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT t.id, t.slug, t.name, t."createdAt", t."suspendedAt", d.n, d.verified, m.n, c.today, c.month, l.at
    FROM (SELECT * FROM public."tenant" x
          WHERE (before_at IS NULL OR (x."createdAt", x.id) < (before_at, before_id))
            AND (q IS NULL OR strpos(lower(x.name), q) > 0 OR strpos(x.slug, q) > 0
                 OR EXISTS (SELECT 1 FROM public."domain" n WHERE n."tenantId" = x.id AND strpos(n.name, q) > 0))
          ORDER BY x."createdAt" DESC, x.id DESC LIMIT most) t,
      LATERAL (SELECT count(*)::int AS n, count(*) FILTER (WHERE k.status = 'verified')::int AS verified FROM public."domain" k WHERE k."tenantId" = t.id) d,
      LATERAL (SELECT count(*)::int AS n FROM public."membership" k WHERE k."tenantId" = t.id) m,
      LATERAL (SELECT coalesce(sum(k.n) FILTER (WHERE k.day = (now() AT TIME ZONE 'UTC')::date), 0)::int AS today, coalesce(sum(k.n), 0)::int AS month
               FROM public."day_count" k WHERE k."tenantId" = t.id AND k.day > (now() AT TIME ZONE 'UTC')::date - 30) c,
      LATERAL (SELECT (SELECT k."receivedAt" FROM public."delivery" k WHERE k."tenantId" = t.id ORDER BY k.id DESC LIMIT 1) AS at) l
    ORDER BY t."createdAt" DESC, t.id DESC;
  END;
REVOKE EXECUTE ON FUNCTION list_tenants(text, timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_tenants(text, timestamptz, uuid, integer) TO postroom_web;
