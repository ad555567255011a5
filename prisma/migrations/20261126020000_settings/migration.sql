-- Operators change the platform's settings in the console and by the API: each has a version, so that no change is lost unseen.
ALTER TABLE "platform_setting" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- The web writes these settings and no others: where mail is stored and what SES shall have stay the worker's.
CREATE FUNCTION set_platform_setting(setting text, given jsonb) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  made integer;
BEGIN
  IF setting NOT IN ('registration', 'contact', 'deletion', 'limits', 'sender') THEN
    RAISE EXCEPTION 'the setting % is not one of the console', setting USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.platform_setting AS s (key, value, "updatedAt") VALUES (setting, given, now())
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = s.version + 1, "updatedAt" = excluded."updatedAt"
  RETURNING version INTO made;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION set_platform_setting(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_platform_setting(text, jsonb) TO postroom_web;
