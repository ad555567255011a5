import { headers } from 'next/headers'
import { Refusal, type FieldProblem, type RefusalCode } from '@/lib/core/access/refusal'
import { confirmAddress } from '@/lib/services/account/change-address'
import { askPasskey } from '@/lib/services/account/passkey/authenticate'
import { requestReset, resetPassword } from '@/lib/services/account/reset'
import { clientIp } from './client-ip'
import { firstStep } from './session-cookie'

export { findAddressChange } from '@/lib/services/account/change-address'
export { findReset } from '@/lib/services/account/reset'

type Answer<R> = { ok: true; value: R } | { ok: false; code: RefusalCode; problems: FieldProblem[]; retryAfter: number }

async function answered<R>(work: (ctx: { ip?: string }) => Promise<R>): Promise<Answer<R>> {
  const ip = clientIp(await headers())
  try {
    return { ok: true, value: await work(ip === undefined ? {} : { ip }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code, problems: error.problems, retryAfter: error.retryAfter ?? 0 }
  }
}

// From server actions of people who are not logged in, whose Origin Next checks.
export const requestResetFromForm = (input: unknown) => answered((ctx) => requestReset({ ctx, input }))
export const resetFromForm = (input: unknown) => answered((ctx) => resetPassword({ ctx, input }))
export const confirmAddressFromForm = (input: unknown) => answered((ctx) => confirmAddress({ ctx, input }))
export const askForLogin = () => answered((ctx) => askPasskey({ ctx, purpose: 'login' }))
export const askForSecond = () =>
  answered(async (ctx) => {
    const pending = await firstStep()
    if (!pending) throw new Refusal('not_found', 'The first step was too long ago: log in again.')
    return askPasskey({ ctx, purpose: 'second', userId: pending.user.id })
  })
