import { headers } from 'next/headers'
import { Refusal, type RefusalCode } from '@/lib/core/access/refusal'
import { verifyPasskey } from '@/lib/services/account/passkey/authenticate'
import { verifySecond } from '@/lib/services/account/second/verify'
import { verifyLogin } from '@/lib/services/account/verify-login'
import { clientIp } from './client-ip'
import { safePath } from './safe-path'
import { closeSession, firstStep, openSession, passFirstStep } from './session-cookie'

export type SignInResult = { ok: true; callbackUrl: string } | { ok: false; code: RefusalCode; message: string; retryAfter?: number }

async function answered(work: (ctx: { ip?: string }) => Promise<string>): Promise<SignInResult> {
  const ip = clientIp(await headers())
  try {
    return { ok: true, callbackUrl: await work(ip === undefined ? {} : { ip }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code, message: error.message, ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }) }
  }
}

// All of them come from server actions, so that the forms work before any script has loaded; Next checks the action's Origin. On success
// the caller redirects to `callbackUrl`, a path of ours.

/** The first step. Without a second one it sets the cookie that next-auth reads. */
export const signInWithPassword = (input: { email: unknown; password: unknown; callbackUrl?: unknown }): Promise<SignInResult> =>
  answered(async (ctx) => {
    const user = await verifyLogin({ ctx, input: { email: input.email, password: input.password } })
    return passFirstStep(user.id, 'password', safePath(input.callbackUrl))
  })

const tooLate = new Refusal('not_found', 'The first step was too long ago: log in again.')

/** The second step, by a code of the app or a recovery code. `not_found` where no first step was made, or too long ago. */
export const signInWithCode = (input: { code: unknown; callbackUrl?: unknown }): Promise<SignInResult> =>
  answered(async (ctx) => {
    const pending = await firstStep()
    if (!pending) throw tooLate
    const method = await verifySecond({ ctx, userId: pending.user.id, input: { code: input.code } })
    await openSession(pending.user.id, `${pending.first}+${method}`)
    return safePath(input.callbackUrl)
  })

/** The second step, by a passkey. */
export const signInWithSecondPasskey = (input: { answer: unknown; callbackUrl?: unknown }): Promise<SignInResult> =>
  answered(async (ctx) => {
    const pending = await firstStep()
    if (!pending) throw tooLate
    await verifyPasskey({ ctx, purpose: 'second', userId: pending.user.id, input: input.answer })
    await openSession(pending.user.id, `${pending.first}+passkey`)
    return safePath(input.callbackUrl)
  })

/** A whole log-in by a passkey whose authenticator knows its user. */
export const signInWithPasskey = (input: { answer: unknown; callbackUrl?: unknown }): Promise<SignInResult> =>
  answered(async (ctx) => {
    const user = await verifyPasskey({ ctx, purpose: 'login', input: input.answer })
    await openSession(user.id, 'passkey')
    return safePath(input.callbackUrl)
  })

export const signOutCurrent = closeSession
