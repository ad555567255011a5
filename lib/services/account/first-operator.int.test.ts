import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSetupToken } from '@/lib/core/access/setup-token'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { createFirstOperator, hasOperator, isSetupOpen, setupKey } from './first-operator'

let db: TestDatabase
beforeAll(async () => {
  process.env['POSTROOM_KEY'] ??= 'a key for tests that is long enough'
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())

const input = { name: 'Ada', email: 'ada@operator.example', password: 'correct horse battery' }

it('makes one operator, by a right link, once', async () => {
  await expect(createFirstOperator({ token: 'wrong', input })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await hasOperator()).toBe(false)
  const token = makeSetupToken(setupKey(), Date.now())
  expect(await isSetupOpen(token)).toBe(true)
  await expect(createFirstOperator({ token, input: { ...input, password: 'short' } })).rejects.toMatchObject({ code: 'invalid' })
  const { id } = await createFirstOperator({ token, input })
  const { rows } = await db.owner.query('SELECT "isOperator", (SELECT verb FROM operator_audit WHERE "targetId" = $1) AS verb FROM "user" WHERE id = $1::uuid', [id])
  expect(rows).toEqual([{ isOperator: true, verb: 'user.create' }])
  expect(await isSetupOpen(token)).toBe(false)
  await expect(createFirstOperator({ token, input: { ...input, email: 'eve@operator.example' } })).rejects.toMatchObject({ code: 'forbidden' })
})
