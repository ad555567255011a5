import { expect, type APIRequestContext } from '@playwright/test'

/** Logs in as a program would: the cookies stay with the context. */
export async function signIn(request: APIRequestContext, account: { email: string; password: string }): Promise<void> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const form = { csrfToken, email: account.email, password: account.password }
  await request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 })
  expect(await (await request.get('/api/auth/session')).json()).toMatchObject({ account: { email: account.email } })
}
