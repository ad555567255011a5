import { expect, test } from '@playwright/test'
import { local } from '@/e2e/journeys/local'
import { signIn } from './sign-in'

// No page is drawn here, so one project is enough: see playwright.config.ts.
const nobody = '01900000-0000-7000-8000-000000000000'
const pages = (slug: string) => [
  ...['', '/messages', `/messages/${nobody}`, `/messages/${nobody}/raw`].map((path) => `/t/${slug}${path}`),
  ...['', '/new', `/${nobody}`, `/${nobody}/send`, `/${nobody}/zone`, `/${nobody}/remove`].map((path) => `/t/${slug}/domains${path}`),
]

test('a stranger is sent to log in from every page of a tenant', async ({ request }) => {
  for (const path of pages(local().tenant.slug)) {
    const response = await request.get(path)
    expect([path, new URL(response.url()).pathname]).toEqual([path, '/login'])
  }
})

test('to a user who is no member, a tenant is as one that does not exist', async ({ request }) => {
  await signIn(request, local().operator)
  for (const slug of [local().tenant.slug, 'nonesuch'])
    for (const path of pages(slug)) expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404])
})

test('a member sees the log, and no message that is not there', async ({ request }) => {
  const { tenant } = local()
  await signIn(request, tenant)
  expect((await request.get(`/t/${tenant.slug}/messages`)).status()).toBe(200)
  expect((await request.get(`/t/${tenant.slug}/messages/${nobody}`)).status()).toBe(404)
})

test('after signing out a copy of the cookie is worth nothing', async ({ request, playwright, baseURL }) => {
  const { tenant } = local()
  await signIn(request, tenant)
  const thief = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), storageState: await request.storageState() })
  expect((await thief.get(`/t/${tenant.slug}/messages`, { maxRedirects: 0 })).status()).toBe(200)
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  await request.post('/api/auth/signout', { form: { csrfToken }, maxRedirects: 0 })
  expect((await thief.get(`/t/${tenant.slug}/messages`, { maxRedirects: 0 })).status()).toBe(307)
  await thief.dispose()
})

test('log-in leads to no other site', async ({ request }) => {
  const { tenant } = local()
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  for (const callbackUrl of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    const form = { csrfToken, email: tenant.email, password: tenant.password, callbackUrl }
    const { location } = (await request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 })).headers()
    expect([callbackUrl, new URL(location!).hostname]).toEqual([callbackUrl, new URL((await request.get('/api/auth/session')).url()).hostname])
  }
})

test('cookies are for this copy, for the server alone, and not sent across sites', async ({ request }) => {
  await signIn(request, local().tenant)
  const { cookies } = await request.storageState()
  const ours = cookies.filter((c) => /postroom-[0-9a-f]{8}-(session|csrf|callback)$/.test(c.name))
  expect(ours).toHaveLength(3)
  for (const cookie of ours) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('the API: 401 for every path and method without a key', async ({ request }) => {
  const document = (await (await request.get('/api/v1/openapi.json')).json()) as { paths: Record<string, unknown> }
  const paths = Object.keys(document.paths).filter((p) => p.startsWith('/api/v1') && !p.endsWith('openapi.json'))
  expect(paths.length).toBeGreaterThan(10)
  for (const path of [...paths.map((p) => p.replaceAll(/{\w+}/g, nobody)), '/api/v1', '/api/v1/no/such/path'])
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await request.fetch(path, { method, data: method === 'POST' ? 'no JSON' : undefined })
      expect([path, method, response.status()]).toEqual([path, method, 401])
    }
})

test("the API: a tenant's key is none of the operator's, and the other way round", async ({ request }) => {
  const { tenant, operator } = local()
  const status = async (path: string, key: string) => (await request.get(path, { headers: { authorization: `Bearer ${key}` } })).status()
  expect(await status('/api/v1/messages', tenant.apiKey)).toBe(200)
  expect(await status('/api/v1/operator/plans', tenant.apiKey)).toBe(403)
  expect(await status('/api/v1/operator/plans', operator.apiKey)).toBe(200)
  expect(await status('/api/v1/messages', operator.apiKey)).toBe(403)
})
