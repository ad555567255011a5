import { getTranslations } from 'next-intl/server'
import type { AccountState } from '@/components/account/state'
import type { Answer } from '@/lib/web/sign-up'

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** A refusal in the reader's words. `known`: the sentence of each field that can be wrong. */
export async function refused(answer: Extract<Answer<unknown>, { ok: false }>, given: Record<string, string>, known: Record<string, string>): Promise<AccountState> {
  const t = await getTranslations('account')
  if (answer.code === 'rate_limited') return { given, problem: t('tooMany', { minutes: Math.max(1, Math.ceil(answer.retryAfter / 60)) }) }
  const [closed] = answer.code === 'forbidden' ? answer.problems : []
  if (closed?.code === 'closed') return { given, problem: t('closed') }
  if (closed?.code === 'domain') return { given, fields: { email: t('domainNotAllowed') } }
  const wrong = Object.keys(known).filter((name) => answer.problems.some((p) => p.path[0] === name))
  if (wrong.length === 0) return { given, problem: t('failed') }
  return { given, fields: Object.fromEntries(wrong.map((name) => [name, known[name] ?? ''])) }
}
