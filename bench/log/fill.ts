import type pg from 'pg'

/** Beside the tenant that is measured stand nine others, with half as many deliveries as it in all. */
const others = 9
/** The newest delivery is of now, the oldest of this many days ago: four partitions. */
const days = 85

/** Mail is sought by these; each stands in as many deliveries as it says, of a million. */
export const sought = {
  /** In every fourth. */
  common: 'invoice',
  /** In one of a hundred. */
  frequent: 'shipment',
  /** In one alone. */
  rare: 'zanzibar7',
  japanese: '領収',
  phrase: 'ann.17@mail17.example',
} as const

/**
 * Empties the log and fills it afresh: `rows` deliveries of one tenant and half as many of others, in the order of time, as they came to be.
 * Indexes are built afterwards. Of a delivery stand its own row and its search row: those are what the log reads.
 */
export async function fillLog(owner: pg.Client, tenantId: string, rows: number): Promise<void> {
  const { rows: indexes } = await owner.query<{ name: string; text: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS text FROM pg_index i
     WHERE i.indrelid IN ('delivery'::regclass, 'delivery_search'::regclass) AND NOT i.indisprimary`,
  )
  await owner.query('TRUNCATE delivery, delivery_search, day_count, hour_count')
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`)
  await owner.query(deliveries, [tenantId, rows, others, days])
  await owner.query(searchRows, [tenantId])
  await owner.query(`SET maintenance_work_mem = '512MB'`)
  for (const { text } of indexes) await owner.query(text.replace(' ON ONLY ', ' ON '))
  await owner.query(`INSERT INTO day_count SELECT "tenantId", ("receivedAt" AT TIME ZONE 'UTC')::date, direction, disposition, count(*) FROM delivery GROUP BY 1, 2, 3, 4`)
  await owner.query(`INSERT INTO hour_count SELECT "tenantId", date_trunc('hour', "receivedAt", 'UTC'), direction, disposition, count(*) FROM delivery GROUP BY 1, 2, 3, 4`)
  await owner.query('VACUUM ANALYZE delivery, delivery_search, day_count, hour_count')
  await owner.query('CHECKPOINT')
}

/** Of every three deliveries two are the tenant's. Chances are taken once a row, so that verdicts and outcome go together as they do in life. */
const deliveries = `
  INSERT INTO delivery ("tenantId", id, "messageId", direction, "sesMessageId", recipient, "mailFrom", "fromAddress", "fromName", "fromDomain", subject, "receivedAt", size,
    spam, virus, spf, dkim, dmarc, "dmarcPolicy", disposition, reason, "reasonCode", "matchedRules", "ruleVersion")
  SELECT CASE WHEN i % 3 < 2 THEN $1 ELSE ('00000000-0000-4000-8000-' || lpad((i / 3 % $3)::text, 12, '0'))::uuid END,
    (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3) || 'a' || substr(m, 4, 15))::uuid,
    '00000000-0000-7000-8000-000000000001', 'in', m || '00000000',
    CASE WHEN r2 < 0.3 THEN 'sales' WHEN r2 < 0.5 THEN 'support' WHEN r2 < 0.6 THEN 'billing' ELSE 'user' || floor(r2 * 1000)::int END || '@bench.example',
    sender, sender, initcap(split_part(sender, '.', 1)), split_part(sender, '@', 2),
    (ARRAY['Invoice', 'Your order', 'Shipment', 'Question about', '領収書'])[1 + i % 5] || ' ' || i, at, 2000 + floor(r1 * 90000)::int,
    CASE WHEN r1 < 0.04 THEN 'FAIL' WHEN r1 < 0.06 THEN 'GRAY' ELSE 'PASS' END,
    CASE WHEN r1 > 0.998 THEN 'FAIL' WHEN r1 > 0.997 THEN 'PROCESSING_FAILED' ELSE 'PASS' END,
    CASE WHEN r3 < 0.03 THEN 'FAIL' WHEN r3 < 0.11 THEN 'GRAY' ELSE 'PASS' END,
    CASE WHEN r3 < 0.02 THEN 'FAIL' WHEN r3 < 0.12 THEN 'GRAY' ELSE 'PASS' END,
    CASE WHEN r3 < 0.03 THEN 'FAIL' WHEN r3 < 0.11 THEN 'GRAY' ELSE 'PASS' END, 'none',
    CASE WHEN r1 < 0.04 OR r3 < 0.02 THEN 'quarantined' WHEN r1 > 0.998 THEN 'dropped' WHEN r1 > 0.9 THEN 'forwarded' ELSE 'kept' END,
    'The rule "rule ' || i % 10 || '" decided.', jsonb_build_object('key', 'rule', 'params', jsonb_build_object('rule', 'rule ' || i % 10)),
    CASE WHEN r2 < 0.6 THEN ARRAY['rule ' || i % 10, 'rule ' || (i * 7) % 10] ELSE '{}' END, 1
  FROM (SELECT i, md5(i::text) AS m, now() - make_interval(secs => (1 - i / ($2::float8 * 1.5)) * $4 * 86400) AS at, random() AS r1, random() AS r2, random() AS r3,
      (ARRAY['ann', 'ben', 'chi', 'dai', 'eva'])[1 + i % 5] || '.' || i % 997 || '@mail' || i % 997 % 89 || '.example' AS sender
    FROM generate_series(1, $2::int * 3 / 2) i) s`

/** Some thirty words each: of a vocabulary of 20,000 in the proportions of a language (the nth as often as 1/n), and those that are sought. */
const searchRows = `
  INSERT INTO delivery_search ("tenantId", id, text, words)
  SELECT "tenantId", id, array_to_string(words, ' ') || E'\\n' || "fromAddress", words || string_to_array(translate("fromAddress", '@', '.'), '.')
  FROM (SELECT d."tenantId", d.id, d."fromAddress",
      ARRAY(SELECT DISTINCT 'w' || floor(power(20000, random()))::int FROM generate_series(1, 24) WHERE d.id IS NOT NULL)
      || CASE WHEN n % 4 = 0 THEN ARRAY['${sought.common}'] ELSE '{}' END || CASE WHEN n % 100 = 0 THEN ARRAY['${sought.frequent}'] ELSE '{}' END
      || CASE WHEN n % 500 = 1 THEN ARRAY['${sought.japanese}', '収書'] ELSE '{}' END || CASE WHEN n = 1 AND d."tenantId" = $1 THEN ARRAY['${sought.rare}'] ELSE '{}' END AS words
    FROM (SELECT *, row_number() OVER (PARTITION BY "tenantId" ORDER BY id) AS n FROM delivery) d) s
  ORDER BY id`
