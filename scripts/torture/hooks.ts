import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { Webhook } from 'standardwebhooks'
import type { LocalJson } from '@/lib/local/local-json'
import { Api } from '@/prisma/demo/api'

/** A tenant's own program that counts what it is told, and refuses some the first time. */
export interface Hooks {
  /** Waits until no try is planned or under way. */
  untilTold(owner: pg.Pool): Promise<boolean>
  /** What of the tenant's deliveries was never told, told as two events, or stands wrong in the log. */
  audit(owner: pg.Pool, before: ReadonlySet<string>): Promise<{ lost: string[]; doubled: string[]; stuck: string[] }>
  /** How many came, and how many of them once more after they were taken. */
  counts(): { taken: number; again: number; forged: number }
  close(): void
}

/** Has the demo tenant tell `message.received` to a receiver on `port`, which the copy's POSTROOM_WEBHOOK_ALLOW names. */
export async function listenToHooks(local: LocalJson, port: number, random: () => number): Promise<Hooks> {
  const api = new Api(local.consoleUrl, local.tenant.apiKey)
  const { id, secret } = await api.call<{ id: string; secret: string }>('POST', '/webhooks', { url: `http://127.0.0.1:${port}/`, eventTypes: ['message.received'] })
  const webhook = new Webhook(secret)
  const refused = new Set<string>()
  /** webhook-id → the delivery that it tells of. */
  const taken = new Map<string, string>()
  let again = 0
  let forged = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const event = String(request.headers['webhook-id'])
      let told: { data: { id: string } }
      try {
        told = webhook.verify(Buffer.concat(chunks).toString(), request.headers as Record<string, string>) as typeof told
      } catch {
        forged += 1
        response.writeHead(400).end()
        return
      }
      if (random() < 0.05 && !refused.has(event) && !taken.has(event)) {
        refused.add(event)
        response.writeHead(500).end('not now')
        return
      }
      if (taken.has(event)) again += 1
      taken.set(event, told.data.id)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    counts: () => ({ taken: taken.size, again, forged }),
    close: () => server.close(),
    async untilTold(owner) {
      // A try whose worker was killed is made again when its lease is over, 45 s later.
      for (const began = Date.now(); Date.now() - began < 300_000; await pause(1000)) {
        const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM webhook_attempt WHERE state IN ('waiting', 'claimed')`)
        if (rows[0]!.n === 0) return true
      }
      return false
    },
    async audit(owner, before) {
      const { rows } = await owner.query<{ id: string }>('SELECT d.id::text FROM delivery d JOIN tenant t ON t.id = d."tenantId" WHERE t.slug = $1', [local.tenant.slug])
      const told = new Map<string, number>()
      for (const delivery of taken.values()) told.set(delivery, (told.get(delivery) ?? 0) + 1)
      const wrong = await owner.query<{ x: string }>(
        `SELECT e.id::text || ': ' || (SELECT string_agg(a.state, ' ' ORDER BY a.n) FROM webhook_attempt a WHERE a."eventId" = e.id AND a."endpointId" = $1) AS x FROM webhook_event e
         WHERE NOT EXISTS (SELECT FROM webhook_attempt a WHERE a."eventId" = e.id AND a."endpointId" = $1 AND a.state = 'succeeded')`,
        [id],
      )
      return {
        lost: rows.filter((d) => !before.has(d.id) && !told.has(d.id)).map((d) => `webhook of delivery ${d.id}`),
        doubled: [...told].filter(([, n]) => n > 1).map(([d, n]) => `webhook of delivery ${d}: ${n} ids`),
        stuck: wrong.rows.map((r) => `webhook event ${r.x}`),
      }
    },
  }
}
