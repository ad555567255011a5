import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import readline from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'

let room: Mailroom
const children: ChildProcess[] = []

beforeAll(async () => {
  room = await openMailroom()
  await room.tenant('shop', 'shop.example')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => room.close())

function start(url: string) {
  const env = { ...process.env, DATABASE_URL: '', DATABASE_URL_WORKER: url, POSTROOM_LOG: 'info' }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'lib/worker/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let log = ''
  child.stderr.on('data', (bytes: Buffer) => (log += bytes.toString()))
  return { child, lines: readline.createInterface({ input: child.stdout }), log: () => log }
}

it('takes jobs once it says so, and ends cleanly when told to', { timeout: 90_000 }, async () => {
  const { child, lines, log } = start(room.db.urls.worker)
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [`ended: ${log()}`])])
  expect(first[0]).toBe('{"ready":true}')
  const id = await room.arrive({ sesMessageId: 'p1', recipients: ['a@shop.example'], raw: plainMail('x') })
  await room.db.owner.query(
    `INSERT INTO pgboss.job (name, data, policy, dead_letter) SELECT name, jsonb_build_object('id', $1::text), policy, dead_letter FROM pgboss.queue WHERE name = 'notification'`,
    [id],
  )
  await expect.poll(async () => (await room.db.owner.query('SELECT outcome FROM notification WHERE id = $1', [id])).rows[0].outcome, { timeout: 30_000 }).toMatch(/^delivered: 1 new/)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('does not start as the owner, and says why', { timeout: 60_000 }, async () => {
  const { child, log } = start(room.db.urls.owner)
  expect((await once(child, 'exit'))[0]).toBe(1)
  expect(log()).toContain('DATABASE_URL_WORKER logs in as \\"postgres\\", which is a superuser')
})
