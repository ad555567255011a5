import { randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { recordAudit } from '@/lib/services/audit/record'
import { mailWords } from '@/lib/services/account/mail-words'
import { queueMail } from '@/lib/services/account/queue-mail'
import { countSignUp } from '@/lib/services/account/sign-up-limit'

export const testAddress = (slug: string): string => `test@${slug}.${config().domain}`
const codeOf = (id: string): string => id.slice(0, 8)

/** Mails the tenant's own test address, by SES and back. Gives the mail's id. Throws Refusal `forbidden`, `rate_limited`. */
export async function sendTestMail({ ctx, input }: { ctx: TenantContext; input: { slug: string; locale: string } }): Promise<string> {
  authorize(ctx, 'message.replay')
  await countSignUp('test', ctx.tenantId)
  const id = randomUUID()
  const t = mailWords(input.locale)
  const content = { locale: input.locale, subject: t('mail.testSubject', { code: codeOf(id) }), paragraphs: [t('mail.testBody')] }
  return inTenant(ctx.tenantId, async (tx) => {
    await queueMail(tx, { kind: 'test', to: testAddress(input.slug), content, id })
    await recordAudit(tx, ctx, { verb: 'tenant.testMail', target: { kind: 'testMail', id } })
    return id
  })
}

export interface TestMail {
  state: 'under way' | 'failed' | 'arrived'
  /** The delivery in the log. */
  deliveryId?: string
  error?: string
}

/** How a test mail fares. Undefined for an id of no test mail of this tenant. Throws Refusal `forbidden`. */
export async function findTestMail({ ctx, input }: { ctx: TenantContext; input: { slug: string; id: string } }): Promise<TestMail | undefined> {
  authorize(ctx, 'message.read')
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(input.id)) return undefined
  return inTenant(ctx.tenantId, async (tx) => {
    // The queue of the product's mail knows no tenants: the audit tells whose it is. Nobody asks after a day.
    const since = new Date(Date.now() - 86_400_000)
    const ours = await tx.audit.findFirst({ where: { tenantId: ctx.tenantId, at: { gte: since }, verb: 'tenant.testMail', targetId: input.id }, select: { id: true } })
    if (!ours) return undefined
    const [mail] = await tx.$queryRaw<{ state: string; error: string | null }[]>`SELECT state, error FROM product_mail WHERE id = ${input.id}::uuid AND kind = 'test'`
    if (!mail) return undefined
    const where = { tenantId: ctx.tenantId, direction: 'in', recipient: testAddress(input.slug), subject: { contains: codeOf(input.id) } }
    const found = await tx.delivery.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
    if (found) return { state: 'arrived', deliveryId: found.id }
    return mail.state === 'failed' ? { state: 'failed', error: mail.error ?? '' } : { state: 'under way' }
  })
}
