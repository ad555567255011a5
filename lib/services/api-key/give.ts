import type { TenantContext } from '@/lib/core/access/actor'
import { may, type Permission } from '@/lib/core/access/matrix'
import { Refusal, type FieldProblem } from '@/lib/core/access/refusal'
import { ofRole, weakestRole, type KeyRole } from '@/lib/core/access/scope'
import { allows } from '@/lib/services/access/authorize'

interface Asked {
  role?: KeyRole | undefined
  scopes?: readonly Permission[] | undefined
}

/** What a key gets; no scopes: all that the role may. */
export interface Given {
  role: KeyRole
  scopes: Permission[] | undefined
}

const refuse = (problem: FieldProblem): never => {
  throw new Refusal('invalid', 'The input is not right: see the fields named.', [problem])
}

/**
 * What a caller gives a key that he asks for. Nobody gives more than he has: Refusal `forbidden` names the scope that the caller
 * lacks, `invalid` the one that the wanted role lacks. A key that has scopes gives scopes, so that its child does not grow with the role.
 */
export function give(ctx: TenantContext, { role, scopes }: Asked): Given {
  const ceiling = role ?? weakestRole(scopes ?? [])
  if (!ceiling) return refuse({ path: ['scopes'], message: 'holds a scope that no API key can have', code: 'never' })
  const beyond = scopes?.findIndex((p) => !may(ceiling, p)) ?? -1
  if (beyond >= 0) return refuse({ path: ['scopes', beyond], message: `is not among what the role ${ceiling} may do`, code: 'role' })
  const lacking = (scopes ?? ofRole(ceiling)).find((p) => !allows(ctx, p))
  if (lacking) throw new Refusal('forbidden', `You cannot give what you do not have: ${lacking}. Leave it out, or ask somebody who has it.`)
  return { role: ceiling, scopes: scopes ? [...new Set(scopes)] : ctx.scopes && ofRole(ceiling) }
}
