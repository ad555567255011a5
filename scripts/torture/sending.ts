import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { openDatabase, useDatabase } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import type { LocalJson } from '@/lib/local/local-json'
import { queueMail } from '@/lib/services/account/queue-mail'

/** Seconds after which a send is in doubt no longer: longer than an event may take while the door is down, short enough to wait for. */
const doubtSeconds = 45
const recipient = (n: number) => `torture-${n}@people.example`

export interface Sent {
  /** Mails that were queued; the recipients are numbered. */
  queued: number
}

/** Queues `count` mails of the product, one at a time, as a sign-up does, until `until` ends. Needs the copy's POSTROOM_HOME in the environment. */
export async function sendProductMails(options: { local: LocalJson; owner: pg.Pool; count: number; until: Promise<unknown> }): Promise<Sent> {
  const { local, owner, count, until } = options
  await owner.query(`UPDATE platform_setting SET value = jsonb_set(value, '{doubtSeconds}', $1::jsonb) WHERE key = 'sending'`, [String(doubtSeconds)])
  const db = openDatabase(local.databaseUrl, 2)
  useDatabase(db)
  let over = false
  void until.finally(() => (over = true))
  try {
    let queued = 0
    for (; queued < count && !(over && queued >= count / 10); queued++) {
      await queueOne(recipient(queued))
      await pause(100)
    }
    return { queued }
  } finally {
    useDatabase(undefined)
    await db.close()
  }
}

const queueOne = (to: string) =>
  inPlatform((tx) => queueMail(tx, { kind: 'test', to, content: { locale: 'en', subject: 'A mail in the storm', paragraphs: ['Each of these must leave once.'] } }))

/** Waits until none is queued, claimed or in doubt any more; sends one more now and then, since a later event is what ends a doubt. */
export async function untilSent({ local, owner }: { local: LocalJson; owner: pg.Pool }): Promise<boolean> {
  const db = openDatabase(local.databaseUrl, 2)
  useDatabase(db)
  try {
    for (let i = 0; i < 40; i++) {
      const { rows } = await owner.query<{ n: number; old: boolean }>(
        `SELECT count(*)::int AS n, coalesce(min("claimedAt") < now() - make_interval(secs => $1), false) AS old FROM product_mail WHERE state IN ('queued', 'claimed')`,
        [doubtSeconds],
      )
      if (rows[0]!.n === 0) return true
      if (rows[0]!.old) await queueOne('torture-last@people.example')
      await pause(5000)
    }
    return false
  } finally {
    useDatabase(undefined)
    await db.close()
  }
}

/** What of the queued mails never left, and what left more than once, by the local AWS's own list of what it sent. */
export async function auditSent({ local, sent }: { local: LocalJson; sent: Sent }): Promise<{ lost: string[]; doubled: string[] }> {
  const { messages } = (await (await fetch(`${local.awsEndpoint}/_aws/ses`)).json()) as { messages: { Destinations: string[] }[] }
  const times = new Map<string, number>()
  for (const to of messages.flatMap((m) => m.Destinations)) times.set(to, (times.get(to) ?? 0) + 1)
  const all = Array.from({ length: sent.queued }, (_, n) => recipient(n))
  return {
    lost: all.filter((to) => !times.has(to)).map((to) => `product mail to ${to}`),
    doubled: all.filter((to) => times.get(to)! > 1).map((to) => `product mail to ${to} × ${times.get(to)}`),
  }
}
