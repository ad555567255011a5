import type { z } from 'zod'
import type { ListMessages } from '@/lib/core/inputs/message'
import { verdictNames } from '@/lib/core/rules/verdict'

type Filters = z.output<typeof ListMessages>

/** The smallest UUIDv7 of a moment: `id >= idFloor(t)` is "at or after t", and prunes partitions. */
function idFloor(moment: Date): string {
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`
}

const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const lowestId = '00000000-0000-0000-0000-000000000000'

/** Ids below which and from which the page is looked for: cursor, `until` (before) and `since` (at or after) in one form. */
export function idRange(f: Pick<Filters, 'cursor' | 'since' | 'until'>): { before: string; since: string } {
  const until = f.until === undefined ? highestId : idFloor(new Date(f.until))
  const cursor = f.cursor?.toLowerCase() ?? highestId
  return { before: cursor < until ? cursor : until, since: f.since === undefined ? lowestId : idFloor(new Date(f.since)) }
}

/**
 * Conditions on `delivery` besides tenant and id range, each of the shape that has an index. Every one is an equality of text:
 * under row-level security nothing else is leakproof and may use an index.
 */
export function conditions(f: Omit<Filters, 'limit'>, add: (value: unknown) => string): string[] {
  const out: string[] = []
  if (f.direction) out.push(`direction = ${add(f.direction)}`)
  if (f.recipient) out.push(`recipient = ${add(f.recipient)}`)
  if (f.from) out.push(/[^@]@/.test(f.from) ? `"fromAddress" = ${add(f.from)}` : `"fromDomain" = ${add(f.from.replace(/^@/, ''))}`)
  if (f.disposition) out.push(`disposition = ${add(f.disposition)}`)
  // The indexes on verdicts leave PASS out, and a prepared generic plan sees that only where it is written.
  for (const name of verdictNames) {
    const verdict = f[name]
    if (verdict) out.push(verdict === 'PASS' ? `${name} = ${add(verdict)}` : `${name} <> 'PASS' AND ${name} = ${add(verdict)}`)
  }
  return out
}
