import type { TenantContext } from '@/lib/core/access/actor'
import type { OnMxFailure } from '@/lib/core/inputs/domain'
import type { Domain } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { recordAudit } from '@/lib/services/audit/record'
import { storedStates } from './answer'

/** Names remembered as ours. */
const mostOurs = 20

/** Notes what the tenant wants, and leaves it to the domain's check to tell SES: both stand, or neither. `replace`: a name that is ours from now on. */
export async function askMailFrom(tx: Transaction, ctx: TenantContext, row: Domain, want: { domain: string | null; onMxFailure: OnMxFailure; replace?: string | undefined }): Promise<void> {
  const { tenantId } = ctx
  const { id } = row
  const names = [want.domain, want.replace].filter((name) => name !== null && name !== undefined)
  // What was seen at another name is not so at this one.
  const records = want.domain === row.mailFrom ? storedStates(row) : storedStates(row).filter((s) => !s.purpose.startsWith('mailFrom'))
  const mailFromOurs = [...row.mailFromOurs.filter((name) => !names.includes(name)), ...names].slice(-mostOurs)
  await tx.domain.updateMany({
    where: { tenantId, id },
    data: { mailFrom: want.domain, mailFromOnMxFailure: want.onMxFailure, mailFromOurs, mailFromAskedAt: new Date(), records },
  })
  const said = (domain: string | null, onMxFailure: string) => ({ mailFrom: domain, ...(domain === null ? {} : { onMxFailure }) })
  await recordAudit(tx, ctx, {
    verb: want.domain === null ? 'domain.clearMailFrom' : 'domain.setMailFrom',
    target: { kind: 'domain', id },
    before: said(row.mailFrom, row.mailFromOnMxFailure),
    after: { ...said(want.domain, want.onMxFailure), ...(want.replace === undefined ? {} : { replaced: want.replace }) },
  })
  await sendJob(tx, 'domain-check', { tenantId, id }, { singletonKey: id })
  await notifyLive(tx, `t:${tenantId}:domain`)
}
