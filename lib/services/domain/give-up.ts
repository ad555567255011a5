import type { Domain } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'
import { requestSync } from '@/lib/services/sync/request-sync'
import { dropRequest } from './consent/request'
import { giveUpIdentity } from './identity'

/**
 * A domain goes, in a transaction of its tenant: SES stops taking its mail with the next sync, and an identity that was made here goes a day
 * later, unless somebody claims the name; with `deleteIdentity` one that SES had before goes too.
 */
export async function giveUpDomain(tx: Transaction, row: Domain, { deleteIdentity = false } = {}): Promise<void> {
  await tx.domain.deleteMany({ where: { tenantId: row.tenantId, id: row.id } })
  await tx.domainConsent.deleteMany({ where: { tenantId: row.tenantId, domainId: row.id } })
  await dropRequest(tx, row)
  await giveUpIdentity(tx, row.name, { asked: deleteIdentity && row.adoptedAt !== null })
  if (row.status !== 'pending') await requestSync(tx, 'domainRemoved')
}
