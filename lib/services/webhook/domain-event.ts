import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/tenant'
import { emitWebhooks } from './emit'

interface Named {
  id: string
  name: string
}

/** Tells that a domain's status changed, in the transaction that changes it: the change happens once, so each is a happening of its own. */
export async function emitDomainStatus(tx: Transaction, tenantId: string, { id, name }: Named, before: string, after: string): Promise<void> {
  const type = after === 'failing' ? 'domain.failing' : after !== 'verified' ? undefined : before === 'failing' ? 'domain.recovered' : 'domain.verified'
  if (!type || before === after) return
  await emitWebhooks(tx, tenantId, [{ type, source: `${type}:${id}:${randomUUID()}`, at: new Date(), data: { id, name } }])
}

/** Tells that a domain is no longer the tenant's. `reason`: one English sentence. */
export async function emitDomainLost(tx: Transaction, tenantId: string, { id, name }: Named, reason: string): Promise<void> {
  await emitWebhooks(tx, tenantId, [{ type: 'domain.lost', source: `domain.lost:${id}:${randomUUID()}`, at: new Date(), data: { id, name, reason } }])
}
