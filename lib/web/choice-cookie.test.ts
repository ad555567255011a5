import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

async function cookie(url: string, choice: string) {
  vi.stubEnv('POSTROOM_URL', url)
  return (await import('./choice-cookie')).choiceCookie(choice)
}

it('is bound to host and https where the console has https', async () => {
  expect(await cookie('https://post.example', 'theme')).toMatchObject({ name: '__Host-postroom-theme', options: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } })
})

it('works without https too', async () => {
  expect(await cookie('http://localhost:3000', 'theme')).toMatchObject({ name: 'postroom-theme', options: { secure: false } })
})

it('lets the script that tells the zone write it', async () => {
  expect((await cookie('https://post.example', 'zone')).options.httpOnly).toBe(false)
})
