import type { Transaction } from '@/lib/db/tenant'

export interface Owner {
  name: string
  tenantId: string
  id: string
}

/** Who owns these names. Of another tenant: nothing of it may reach the caller. */
export const ownersOf = (tx: Transaction, names: readonly string[]): Promise<Owner[]> =>
  tx.$queryRaw<Owner[]>`SELECT name, "tenantId"::text AS "tenantId", id::text AS id FROM domain_owners(${[...names]})`
