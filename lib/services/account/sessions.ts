import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { describeAgent, type Agent } from '@/lib/core/account/user-agent'
import { SessionId } from '@/lib/core/inputs/account'
import { database } from '@/lib/db/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { idleSeconds, revokeSessions } from './login-session'

export interface OwnSession {
  id: string
  current: boolean
  agent: Agent
  ip: string | null
  method: string
  createdAt: Date
  lastSeenAt: Date
}

const most = 100

/** The log-ins of the own account that still hold, the present one first, then the last seen. */
export async function listSessions({ ctx }: { ctx: UserContext }): Promise<OwnSession[]> {
  const rows = await database().prisma.loginSession.findMany({
    where: { userId: ctx.actor.id, revokedAt: null, expiresAt: { gt: new Date() }, lastSeenAt: { gt: new Date(Date.now() - idleSeconds * 1000) } },
    orderBy: { lastSeenAt: 'desc' },
    take: most,
  })
  const shown = rows.map(({ id, userAgent, ip, method, createdAt, lastSeenAt }) => ({ id, current: id === ctx.sessionId, agent: describeAgent(userAgent ?? ''), ip, method, createdAt, lastSeenAt }))
  return shown.sort((a, b) => Number(b.current) - Number(a.current))
}

/** Ends one log-in of the own account. Throws Refusal `invalid`, `not_found` for a foreign, missing or ended one. */
export async function endSession({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  const { id } = parseInput(SessionId, input)
  await inPlatform(async (tx) => {
    const { count } = await tx.loginSession.updateMany({ where: { id, userId: ctx.actor.id, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count === 0) throw new Refusal('not_found', 'There is no such log-in: it may have ended already.')
    await recordOperatorAudit(tx, ctx, { verb: 'session.revoke', target: { kind: 'session', id } })
  })
}

/** Ends all log-ins of the own account but the present one. Gives how many. */
export async function endOtherSessions({ ctx }: { ctx: UserContext }): Promise<number> {
  return inPlatform(async (tx) => {
    const count = await revokeSessions(tx, ctx.actor.id, ctx.sessionId)
    if (count > 0) await recordOperatorAudit(tx, ctx, { verb: 'session.revokeOthers', target: { kind: 'user', id: ctx.actor.id }, after: { count } })
    return count
  })
}
