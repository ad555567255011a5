import { orNotFound } from '@/app/(operator)/operator/or-not-found'
import { readWholePlan } from '@/lib/services/sync/read-plan'
import { requireOperator } from '@/lib/web/session'

/** The plan to keep or to send on: the steps, what it was made from, and the whole set that SES shall have. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { ctx } = await requireOperator('plan.read')
  const plan = await orNotFound(readWholePlan({ ctx, input: await params }))
  return new Response(`${JSON.stringify(plan, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="plan-${plan.createdAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z-${plan.id.slice(0, 8)}.json"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
