import type { ActionResult } from '@/lib/web/action'

type Refused = Extract<ActionResult<unknown>, { ok: false }>

/** Which sentence of `members.problem` says why a verb refused. */
export function problemOf({ code, problems }: Refused): 'forbidden' | 'beyond' | 'member' | 'limit' | 'email' | 'role' | 'lastOwner' | 'conflict' | 'tooMany' | 'gone' | 'failed' {
  const known = problems[0]?.code
  if (known === 'beyond' || known === 'member' || known === 'limit' || known === 'lastOwner') return known
  if (code === 'forbidden' || code === 'conflict') return code
  if (code === 'rate_limited') return 'tooMany'
  if (code === 'not_found') return 'gone'
  if (code === 'invalid') return problems.some((p) => p.path[0] === 'role') ? 'role' : 'email'
  return 'failed'
}
