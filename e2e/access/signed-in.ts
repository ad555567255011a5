import { test as base } from '@playwright/test'
import { local } from '@/e2e/journeys/local'
import { signIn } from './sign-in'

type State = Awaited<ReturnType<import('@playwright/test').APIRequestContext['storageState']>>

/** A test whose pages are logged in to the demo tenant already: one log-in for all of them, since tries are counted. */
export const test = base.extend<object, { session: State }>({
  session: [
    async ({ playwright }, use, { project }) => {
      const { baseURL } = project.use
      const request = await playwright.request.newContext(baseURL ? { baseURL } : {})
      await signIn(request, local().tenant)
      await use(await request.storageState())
      await request.dispose()
    },
    { scope: 'worker' },
  ],
  storageState: ({ session }, use) => use(session),
})
