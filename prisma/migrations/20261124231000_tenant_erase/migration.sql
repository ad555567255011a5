-- The end of a tenant. Its rows go by one function, which the worker alone may call, for the tenant of its transaction alone, and only once that tenant's
-- grace is over and its end has begun. The role that owns it cannot log in; the policies show it what they show the worker, and it may delete
-- from every tenant table, later ones too, where the application's roles may not: the audit above all.
DO $$ BEGIN
  CREATE ROLE postroom_eraser NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT postroom_worker TO postroom_eraser;
GRANT USAGE ON SCHEMA public TO postroom_eraser;
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenantId'
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'slug_reservation' LOOP
    EXECUTE format('GRANT SELECT, DELETE ON %I TO postroom_eraser', t);
  END LOOP;
END $$;
GRANT SELECT, DELETE ON "tenant" TO postroom_eraser;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, DELETE ON TABLES TO postroom_eraser;

-- Deletes at most `most` rows of each table; the tenant itself when nothing else is left. `gone`: how many; `ended`: the tenant was among them.
-- Along the primary key, which begins with the tenant in every table. A name once given stays reserved, and operators' audit is theirs.
CREATE FUNCTION erase_tenant_rows(most integer) RETURNS TABLE (gone bigint, ended boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  id uuid := public.current_tenant();
  r record;
  n bigint;
BEGIN
  gone := 0;
  ended := false;
  IF NOT EXISTS (SELECT FROM public."tenant" t WHERE t.id = public.current_tenant() AND t."erasingAt" IS NOT NULL AND t."deletionDueAt" <= now()) THEN
    RAISE EXCEPTION 'this tenant is not to be erased';
  END IF;
  FOR r IN
    SELECT c.oid::regclass AS name, string_agg(quote_ident(k.attname), ', ' ORDER BY k.attnum) AS keys
    FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'slug_reservation'
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenantId' AND NOT a.attisdropped)
    GROUP BY c.oid ORDER BY c.oid
  LOOP
    EXECUTE format('DELETE FROM %1$s WHERE "tenantId" = $1 AND (%2$s) IN (SELECT %2$s FROM %1$s WHERE "tenantId" = $1 LIMIT $2)', r.name, r.keys) USING id, most;
    GET DIAGNOSTICS n = ROW_COUNT;
    gone := gone + n;
  END LOOP;
  IF gone = 0 THEN
    DELETE FROM public."tenant" t WHERE t.id = public.current_tenant();
    ended := true;
  END IF;
  RETURN NEXT;
END $$;

-- The clock's work list: whose grace is over. Ids alone.
CREATE FUNCTION tenants_to_erase() RETURNS TABLE (id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT t.id FROM public."tenant" t WHERE t."deletionDueAt" <= now() ORDER BY t."deletionDueAt";
  END;
-- Which of these mails another tenant has as well: the original of such a mail stays.
CREATE FUNCTION mail_of_others(ids text[], since timestamptz) RETURNS TABLE ("sesMessageId" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    SELECT DISTINCT d."sesMessageId" FROM public."delivery" d
    WHERE d.id >= public.id_floor(since) AND d."sesMessageId" = ANY (ids) AND d."tenantId" <> public.current_tenant();
  END;

DO $$ BEGIN EXECUTE format('GRANT postroom_finder, postroom_eraser TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT CREATE ON SCHEMA public TO postroom_finder, postroom_eraser;
ALTER FUNCTION erase_tenant_rows(integer) OWNER TO postroom_eraser;
ALTER FUNCTION tenants_to_erase() OWNER TO postroom_finder;
ALTER FUNCTION mail_of_others(text[], timestamptz) OWNER TO postroom_finder;
REVOKE CREATE ON SCHEMA public FROM postroom_finder, postroom_eraser;
REVOKE EXECUTE ON FUNCTION erase_tenant_rows(integer), tenants_to_erase(), mail_of_others(text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_tenant_rows(integer), tenants_to_erase(), mail_of_others(text[], timestamptz) TO postroom_worker;
GRANT UPDATE ("erasingAt") ON "tenant" TO postroom_worker;
