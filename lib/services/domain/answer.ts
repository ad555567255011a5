import { z } from 'zod'
import { config } from '@/lib/config'
import { neededRecords, type CheckedRecord } from '@/lib/core/domain/records'
import type { DomainStatus } from '@/lib/core/domain/status'
import type { Domain } from '@/lib/db/generated/client'

/** What the last look found, as the column `records` holds it. `owner: taken`: proved, but it belongs to another tenant. */
const StoredState = z.object({
  purpose: z.string(),
  state: z.enum(['missing', 'found', 'wrong', 'unknown', 'taken']),
  found: z.array(z.string()).optional(),
})
export type StoredState = z.infer<typeof StoredState>

export interface DomainAnswer {
  id: string
  name: string
  status: DomainStatus
  records: CheckedRecord[]
  /** What the tenant has to know beside the records. */
  notice: string | null
  createdAt: string
  checkedAt: string | null
  verifiedAt: string | null
}

const taken =
  'Your proof is right, but the domain belongs to another tenant of this installation, and a domain has one owner at most. It stays pending. If it should be yours, ask the operator.'

/** The records that a domain needs, with what was last seen of them. */
function checkedRecords(row: Domain): CheckedRecord[] {
  const states = new Map(z.array(StoredState).parse(row.records).map((s) => [s.purpose, s]))
  return neededRecords({ name: row.name, token: row.token, dkimTokens: row.dkimTokens, region: config().aws.region, mailFrom: row.mailFrom }).map((record) => {
    const seen = states.get(record.purpose)
    const state = seen && seen.state !== 'taken' ? seen.state : 'missing'
    return { ...record, state, ...(seen?.found ? { found: seen.found } : {}) }
  })
}

export const isTaken = (row: Domain): boolean => z.array(StoredState).parse(row.records).some((s) => s.purpose === 'owner')

export const domainAnswer = (row: Domain): DomainAnswer => ({
  id: row.id,
  name: row.name,
  status: row.status as DomainStatus,
  records: checkedRecords(row),
  notice: row.status === 'pending' && isTaken(row) ? taken : null,
  createdAt: row.createdAt.toISOString(),
  checkedAt: row.checkedAt?.toISOString() ?? null,
  verifiedAt: row.verifiedAt?.toISOString() ?? null,
})
