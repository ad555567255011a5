import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { AccountState } from '@/components/account/state'
import type { UserContext } from '@/lib/core/access/actor'
import { isProved } from '@/lib/services/account/proof'
import type { ActionResult } from '@/lib/web/action'
import { userContext } from '@/lib/web/session'

type Refused = Extract<ActionResult<unknown>, { ok: false }>

const proveFirst = (here: string): never => redirect(`/account/prove?next=${encodeURIComponent(here)}`)

/** The context of a page that changes how to log in: whoever was not asked within ten minutes proves first who he is, and comes back. */
export async function provedContext(here: string): Promise<UserContext> {
  const ctx = await userContext(here)
  return (await isProved(ctx)) ? ctx : proveFirst(here)
}

/** Where a proof is wanted, leads there; else gives the refusal on. */
export function unlessProof(result: Refused, here: string): Refused {
  return result.problems.some((p) => p.code === 'proof') ? proveFirst(here) : result
}

/** A refusal in the reader's words. `known`: the sentence of each field that can be wrong; `problem`: of the whole. */
export async function refusedOwn(result: Refused, here: string, given: Record<string, string>, known: Record<string, string>, problem?: string): Promise<AccountState> {
  const { code, problems, message } = unlessProof(result, here)
  const t = await getTranslations('account')
  if (code === 'rate_limited') return { given, problem: t('tooMany', { minutes: Number(/\d+ minutes/.exec(message)?.[0].split(' ')[0] ?? 1) }) }
  const wrong = Object.keys(known).filter((name) => problems.some((p) => p.path[0] === name))
  if (wrong.length === 0) return { given, problem: problem ?? t('failed') }
  return { given, fields: Object.fromEntries(wrong.map((name) => [name, known[name] ?? ''])) }
}
