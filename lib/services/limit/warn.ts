import { megabyte, usualLimits } from '@/lib/core/limit/limits'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { usageOf, type UsageRow } from './read'

/** In the worker: tells the tenant's admins of each limit that is near or reached, once a day at most for each. Gives how many. */
export const warnOfLimits = (tenantId: string, now = new Date()): Promise<number> =>
  inTenant(tenantId, async (tx) => {
    let told = 0
    for (const row of (await usageOf(tx, tenantId, now)).limits) {
      if (row.state === 'fine') continue
      const { count } = await tx.limitNotice.createMany({ data: [{ tenantId, name: row.name, state: row.state, day: now }], skipDuplicates: true })
      if (count === 0) continue
      await tell(tx, tenantId, row)
      told += 1
    }
    return told
  })

async function tell(tx: Transaction, tenantId: string, { name, used, limit, state }: UsageRow): Promise<void> {
  // Bytes are told in megabytes, as the words say.
  const unit = name === 'storageBytes' ? megabyte : 1
  const numbers = { used: Math.round((used ?? 0) / unit), limit: Math.round((limit ?? usualLimits[name] ?? 0) / unit) }
  const key = state === 'reached' ? 'limitReached' : 'limitNear'
  await mailMembers(tx, {
    tenantId,
    kind: key,
    who: 'admins',
    words: (t, tenant) => ({
      subject: t(`${key}.subject`, { what: t(`limit.${name}`), tenant: tenant.name.slice(0, 100) }),
      paragraphs: [t(`${key}.what`, { what: t(`limit.${name}`), ...numbers }), t(state === 'reached' ? `limitEffect.${name}` : 'limitNear.then'), t('limitDo')],
      link: { label: t('limitLink'), url: tenant.at('/settings/usage') },
    }),
  })
}
