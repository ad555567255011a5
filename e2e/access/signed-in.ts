import { test as base } from '@playwright/test'
import { local } from '@/e2e/journeys/local'
import { signIn } from './sign-in'

type State = Awaited<ReturnType<import('@playwright/test').APIRequestContext['storageState']>>

/** Pages that are logged in already: one log-in for all tests of a worker, since tries are counted. */
const signedIn = (account: () => { email: string; password: string }) =>
  base.extend<object, { session: State }>({
    session: [
      async ({ playwright }, use, { project }) => {
        const { baseURL } = project.use
        const request = await playwright.request.newContext(baseURL ? { baseURL } : {})
        await signIn(request, account())
        await use(await request.storageState())
        await request.dispose()
      },
      { scope: 'worker' },
    ],
    storageState: ({ session }, use) => use(session),
  })

/** As the owner of the demo tenant. */
export const test = signedIn(() => local().tenant)
/** As the operator, who is a member of no tenant. */
export const operator = signedIn(() => local().operator)
