-- A dead job that is sent back keeps its queue's heartbeat, as one that pg-boss makes itself: else a killed worker's is found late.
CREATE OR REPLACE FUNCTION retry_dead_letter(job_id uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  dead record;
BEGIN
  DELETE FROM pgboss.job WHERE name = 'dead-letter' AND id = job_id AND state IN ('created', 'retry') RETURNING source_name, data INTO dead;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO pgboss.job (name, data, policy, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                          heartbeat_seconds, dead_letter)
  SELECT q.name, dead.data, q.policy, coalesce(q.expire_seconds, 900), coalesce(q.deletion_seconds, 604800),
         now() + make_interval(secs => coalesce(q.retention_seconds, 1209600)),
         coalesce(q.retry_limit, 2), coalesce(q.retry_delay, 0), coalesce(q.retry_backoff, false), q.retry_delay_max, q.heartbeat_seconds, q.dead_letter
  FROM pgboss.queue q WHERE q.name = dead.source_name;
  IF NOT FOUND THEN RAISE EXCEPTION 'the dead job % names no queue that exists', job_id; END IF;
  PERFORM pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), dead.source_name);
  RETURN dead.source_name;
END $$;
