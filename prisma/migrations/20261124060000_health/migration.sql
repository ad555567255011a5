-- The health check asks whether the newest migration is applied, and learns nothing else of Prisma's own table.
-- plpgsql: its body is looked at when it runs, so that the migration also applies to a shadow database, where that table is not there yet.
CREATE FUNCTION migration_applied(migration text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public."_prisma_migrations" m
                 WHERE m.migration_name = migration AND m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL);
END $$;
REVOKE EXECUTE ON FUNCTION migration_applied(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION migration_applied(text) TO postroom_web, postroom_worker;
