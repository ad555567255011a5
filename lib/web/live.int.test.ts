import { encode } from 'next-auth/jwt'
import { NextRequest } from 'next/server'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { notifyLive, type LiveTopic } from '@/lib/db/live'
import { inTenant } from '@/lib/db/tenant'
import { revokeSession, startSession } from '@/lib/services/account/login-session'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { authCookie, sessionSecret } from './auth'
import { liveResponse } from './live'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
const open: AbortController[] = []

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'k'.repeat(40)
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
})
afterEach(() => open.splice(0).forEach((controller) => controller.abort()))
afterAll(() => db.drop())

const topicOf = (tenant: TestTenant): LiveTopic => `t:${tenant.id}:delivery`

async function request(sessionId: string): Promise<NextRequest> {
  const controller = new AbortController()
  open.push(controller)
  const { name } = await authCookie('session')
  const cookie = `${name}=${await encode({ token: { sessionId }, secret: sessionSecret() })}`
  return new NextRequest('http://localhost/live', { headers: { cookie }, signal: controller.signal })
}

/** Reads on until the text holds `sought`, or the stream ends. */
function reader(response: Response) {
  const from = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async (sought: string): Promise<string> => {
    while (!text.includes(sought)) {
      const { value, done } = await from.read()
      if (done) return `${text}[end]`
      text += value
    }
    return text
  }
}

const say = (tenant: TestTenant, end: 'commit' | 'roll back' = 'commit') =>
  inTenant(tenant.id, async (tx) => {
    await notifyLive(tx, topicOf(tenant))
    if (end === 'roll back') throw new Error('rolled back')
  })

it('tells of its own topics once they are committed, several at once as one, and of no other tenant', async () => {
  const response = await liveResponse(await request(await startSession(ours.userId)), [topicOf(ours)], { gather: 50 })
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const until = reader(response)
  await until('event: ready')
  await say(theirs)
  await expect(say(ours, 'roll back')).rejects.toThrow('rolled back')
  await Promise.all([say(ours), say(ours), say(ours)])
  expect((await until('data: delivery\n\n')).match(/data: delivery/g)).toHaveLength(1)
})

it('is closed to a tenant of others, to plans without being an operator, and without a log-in', async () => {
  const session = await startSession(ours.userId)
  expect((await liveResponse(await request(session), [topicOf(ours), topicOf(theirs)])).status).toBe(404)
  expect((await liveResponse(await request(session), ['plan'])).status).toBe(404)
  expect((await liveResponse(new Request('http://localhost/live'), [topicOf(ours)])).status).toBe(404)
})

it('ends after a log-out, and when the reader leaves', async () => {
  const session = await startSession(ours.userId)
  const until = reader(await liveResponse(await request(session), [topicOf(ours)], { recheck: 20 }))
  await until('event: ready')
  await revokeSession(session)
  expect(await until('never')).toMatch(/\[end\]$/)

  const left = reader(await liveResponse(await request(await startSession(ours.userId)), [topicOf(ours)]))
  await left('event: ready')
  open.at(-1)!.abort()
  expect(await left('never')).toMatch(/\[end\]$/)
  await expect.poll(async () => (await db.owner.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'postroom live' AND datname = current_database()`)).rowCount).toBe(0)
})

it('says that a lost connection was lost, by ending, and hears again afterwards', async () => {
  const lost = reader(await liveResponse(await request(await startSession(ours.userId)), [topicOf(ours)]))
  await lost('event: ready')
  await db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'postroom live' AND datname = current_database()`)
  expect(await lost('never')).toMatch(/\[end\]$/)
  const again = reader(await liveResponse(await request(await startSession(ours.userId)), [topicOf(ours)], { gather: 10 }))
  await again('event: ready')
  await say(ours)
  expect(await again('data: delivery')).toContain('data: delivery')
})
