import type { OperatorContext } from '@/lib/core/access/actor'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'

/** The last plan that changed SES; null where there is none. Throws Refusal `forbidden`. */
export async function lastApplied({ ctx }: { ctx: OperatorContext }): Promise<{ id: string; at: Date } | null> {
  authorizeOperator(ctx, 'plan.read')
  const row = await inPlatform((tx) =>
    tx.plan.findFirst({
      where: { status: 'applied', settledAt: { not: null }, NOT: { steps: { equals: [] } } },
      orderBy: { settledAt: 'desc' },
      select: { id: true, settledAt: true },
    }),
  )
  return row?.settledAt ? { id: row.id, at: row.settledAt } : null
}

export interface OpenPlan {
  id: string
  status: 'applying' | 'waiting' | 'ready'
  at: Date
}

/** The plan that is being applied, or the newest that would do something; null where nothing waits. Throws Refusal `forbidden`. */
export async function openPlan({ ctx }: { ctx: OperatorContext }): Promise<OpenPlan | null> {
  authorizeOperator(ctx, 'plan.read')
  const find = (status: OpenPlan['status'][]) => inPlatform((tx) => tx.plan.findFirst({ where: { status: { in: status } }, orderBy: { createdAt: 'desc' }, select: { id: true, status: true, createdAt: true } }))
  const row = (await find(['applying'])) ?? (await find(['waiting', 'ready']))
  return row && { id: row.id, status: row.status as OpenPlan['status'], at: row.createdAt }
}
