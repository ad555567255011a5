-- An operator sends a dead job back to its queue, or throws it away. The web's role may only read and add jobs, so two functions do it,
-- and reach nothing but the dead letters. pg-boss's schema is installed after the migrations: the bodies are looked at when they run.

-- The queue it went back to; null where there is no such dead job (any more), so of two operators one wins.
CREATE FUNCTION retry_dead_letter(job_id uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  dead record;
BEGIN
  DELETE FROM pgboss.job WHERE name = 'dead-letter' AND id = job_id AND state IN ('created', 'retry') RETURNING source_name, data INTO dead;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO pgboss.job (name, data, policy, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, dead_letter)
  SELECT q.name, dead.data, q.policy, coalesce(q.expire_seconds, 900), coalesce(q.deletion_seconds, 604800),
         now() + make_interval(secs => coalesce(q.retention_seconds, 1209600)),
         coalesce(q.retry_limit, 2), coalesce(q.retry_delay, 0), coalesce(q.retry_backoff, false), q.retry_delay_max, q.dead_letter
  FROM pgboss.queue q WHERE q.name = dead.source_name;
  IF NOT FOUND THEN RAISE EXCEPTION 'the dead job % names no queue that exists', job_id; END IF;
  PERFORM pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), dead.source_name);
  RETURN dead.source_name;
END $$;

-- Whether there was such a dead job.
CREATE FUNCTION discard_dead_letter(job_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM pgboss.job WHERE name = 'dead-letter' AND id = job_id AND state IN ('created', 'retry');
  RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION retry_dead_letter(uuid), discard_dead_letter(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retry_dead_letter(uuid), discard_dead_letter(uuid) TO postroom_web;
