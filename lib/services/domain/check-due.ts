import { checkEvery, type DomainStatus } from '@/lib/core/domain/status'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

/** Domains looked at in one round, least lately checked first. */
const most = 1000

/**
 * Every minute, in the worker: a `domain-check` job for each domain whose time has come. Gives how many. A domain that has a job waiting
 * gets no second one.
 */
export async function checkDueDomains(now = new Date()): Promise<number> {
  // The clock's own unevenness must not cost a round.
  const soon = new Date(now.getTime() + 5000)
  const rows = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string; id: string }[]>`SELECT "tenantId"::text, id::text FROM domains_to_check(${soon}, ${most}::int)`)
  const byTenant = new Map<string, string[]>()
  for (const { tenantId, id } of rows) byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), id])
  let sent = 0
  for (const [tenantId, ids] of byTenant)
    sent += await inTenant(tenantId, async (tx) => {
      const domains = await tx.domain.findMany({ where: { tenantId, id: { in: ids } }, select: { id: true, status: true, tokenAt: true, expiresAt: true, failingAt: true, lapsedAt: true, checkedAt: true, mailFromAskedAt: true } })
      const due = domains.filter((d) => {
        const every = checkEvery({ ...d, status: d.status as DomainStatus, asked: d.mailFromAskedAt !== null }, now)
        return every !== undefined && now.getTime() - (d.checkedAt?.getTime() ?? 0) >= every - 5000
      })
      for (const { id } of due) await sendJob(tx, 'domain-check', { tenantId, id }, { singletonKey: id })
      return due.length
    })
  return sent
}
