import { headers } from 'next/headers'
import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal, type FieldProblem, type RefusalCode } from '@/lib/core/access/refusal'
import { confirmSignUp } from '@/lib/services/account/confirm'
import { resendConfirmation, signUp } from '@/lib/services/account/sign-up'
import { foundTenant } from '@/lib/services/tenant/found'
import { clientIp } from './client-ip'
import { requireUser } from './session'
import { openSession } from './session-cookie'

export type Answer<R> = { ok: true; value: R } | { ok: false; code: RefusalCode; problems: FieldProblem[]; retryAfter: number }

/** A service's answer to a form, with the caller's address. */
export async function answered<R>(work: (ctx: { ip?: string }) => Promise<R>): Promise<Answer<R>> {
  const ip = clientIp(await headers())
  try {
    return { ok: true, value: await work(ip === undefined ? {} : { ip }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code, problems: error.problems, retryAfter: error.retryAfter ?? 0 }
  }
}

export { findSignUp } from '@/lib/services/account/confirm'

/** From server actions, whose Origin Next checks. */
export const signUpFromForm = (input: unknown) => answered((ctx) => signUp({ ctx, input }))
export const resendFromForm = (input: unknown) => answered((ctx) => resendConfirmation({ ctx, input }))

/** Makes the account of the link, and logs it in. */
export const confirmFromForm = (input: unknown) =>
  answered(async (ctx) => {
    const { id } = await confirmSignUp({ ctx, input })
    await openSession(id, 'password')
  })

/** Makes a tenant of whoever is logged in. */
export async function foundTenantFromForm(input: unknown) {
  const user = await requireUser('/welcome')
  const actor: OperatorContext['actor'] = { kind: 'user', id: user.id }
  return answered((ctx) => foundTenant({ ctx: { ...ctx, actor }, input }))
}
