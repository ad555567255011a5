import { encode } from 'next-auth/jwt'
import { expect, it, vi } from 'vitest'
import { openToken, tokenSecret } from './token'

vi.mock('@/lib/config', async (original) => {
  const real = await original<typeof import('@/lib/config')>()
  return { ...real, config: () => real.readConfig(process.env) }
})
const runWith = (key: string, old = '') => Object.assign(process.env, { POSTROOM_KEY: key.repeat(40), POSTROOM_KEY_OLD: old && old.repeat(40) })

it('a cookie from before a rotation holds while the old key is there, and no other use takes it', async () => {
  runWith('a')
  const token = await encode({ token: { sub: 'x' }, secret: tokenSecret('session') })
  expect(await openToken('session', { token })).toMatchObject({ sub: 'x' })
  expect(await openToken('second step', { token })).toBeNull()
  runWith('b', 'a')
  expect(await openToken('session', { token })).toMatchObject({ sub: 'x' })
  const next = await encode({ token: { sub: 'y' }, secret: tokenSecret('session') })
  runWith('b')
  expect(await openToken('session', { token })).toBeNull()
  expect(await openToken('session', { token: next })).toMatchObject({ sub: 'y' })
})
