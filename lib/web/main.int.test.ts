import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

/** Runs the web process until it ends by itself. */
function run(env: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
  const root = path.resolve(import.meta.dirname, '../..')
  const all = { ...process.env, POSTROOM_LOG: 'info', PORT: '0', ...env }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'lib/web/main.ts'], { cwd: root, env: all })
  let out = ''
  let err = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

it.each<[string, () => Record<string, string>, RegExp]>([
  ['the owner of the tables', () => ({ DATABASE_URL_WEB: db.urls.owner }), /DATABASE_URL_WEB logs in as .* could see another's rows/],
  ['no database', () => ({ DATABASE_URL_WEB: '', DATABASE_URL: '' }), /DATABASE_URL_WEB is not set/],
  ['a database without our tables', () => ({ DATABASE_URL_WEB: db.urls.web.replace(/\/[^/]*$/, '/postgres') }), /did not start/],
])('does not start with %s, says why, and says nothing on standard output', async (_, env, sentence) => {
  const { code, out, err } = await run(env())
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toMatch(sentence)
})
