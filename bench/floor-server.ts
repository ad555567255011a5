// The floor that the door is measured against: node:http and pg, the same two rows for each request, in one statement and one commit
// of its own. It verifies nothing and folds nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL_WEB'], max: 10 })
const insert = `
  WITH n AS (INSERT INTO notification (id, topic, body) VALUES ($1, $2, $3) RETURNING id)
  INSERT INTO pgboss.job (name, data, policy, expire_seconds, deletion_seconds, keep_until,
                          retry_limit, retry_delay, retry_backoff, retry_delay_max, dead_letter)
  SELECT 'notification', jsonb_build_object('id', n.id), 'standard', 300, 604800, now() + interval '14 days', 8, 2, true, 300, 'dead-letter'
  FROM n`

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const text = Buffer.concat(parts).toString()
    const { MessageId, TopicArn } = JSON.parse(text) as { MessageId: string; TopicArn: string }
    pool.query({ name: 'insert', text: insert, values: [MessageId, TopicArn, text] }).then(
      () => response.writeHead(200, { 'content-type': 'application/json', 'content-length': 2 }).end('{}'),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })}\n`)
})
