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
