import { headers } from 'next/headers'
import { Refusal, type RefusalCode } from '@/lib/core/access/refusal'
import { createFirstOperator, isSetupOpen } from '@/lib/services/account/first-operator'
import { clientIp } from './client-ip'

export type SetUpResult = { ok: true } | { ok: false; code: RefusalCode; wrong: string[] }

/** Whether the link's token still makes the first operator. */
export const isSetUpOpen = (token: string): Promise<boolean> => isSetupOpen(token)

/** Makes the first operator from a server action; Next checks the action's Origin. */
export async function setUpFirstOperator(token: string, input: { name: string; email: string; password: string }): Promise<SetUpResult> {
  try {
    await createFirstOperator({ token, input, ip: clientIp(await headers()) })
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code, wrong: error.problems.map((p) => String(p.path[0])) }
  }
}
