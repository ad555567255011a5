import { randomBytes } from 'node:crypto'
import type { Resolver } from 'node:dns/promises'
import type { Facts } from '@/lib/core/domain/facts'
import type { CheckedRecord } from '@/lib/core/domain/records'
import { countSpf, isSpf } from '@/lib/core/domain/spf'
import { Fault } from '@/lib/core/fault'
import type { Domain } from '@/lib/db/generated/client'
import { lookUp } from '@/lib/dns/lookup'

/** What stands around the records: name servers, CNAMEs in their way, a wildcard, SPF's look-ups. What gives no answer is left out. */
export async function lookAtFacts(resolver: Resolver, row: Domain, records: readonly CheckedRecord[]): Promise<Facts> {
  const ask = (name: string, type: 'TXT' | 'MX' | 'CNAME' | 'NS') => unlessSilent(lookUp(resolver, name, type))
  const names = [...new Set(records.filter((r) => r.type !== 'CNAME').map((r) => r.name))]
  const spf = records.find((r) => r.purpose === 'spf')?.found?.find(isSpf)
  const [zone, cnames, wild, counted] = await Promise.all([
    findZone(row.name, (name) => ask(name, 'NS')),
    Promise.all(names.map(async (name) => ((await ask(name, 'CNAME')) ?? []).slice(0, 1).map((target) => ({ name, target: target.slice(0, 253) })))),
    ask(`postroom-probe-${randomBytes(6).toString('hex')}.${row.name}`, 'CNAME'),
    spf === undefined ? undefined : countSpf(row.name, spf, (name) => lookUp(resolver, name, 'TXT')),
  ])
  return {
    ...zone,
    cnames: cnames.flat(),
    ...(wild ? { wildcard: wild.length > 0 } : {}),
    ...(counted ? { spf: counted } : {}),
  }
}

/** The nearest name at or above that has name servers; public suffixes are not reached, for a claim has two labels at least. */
async function findZone(name: string, ns: (name: string) => Promise<string[] | undefined>): Promise<Pick<Facts, 'zone' | 'ns'>> {
  const labels = name.split('.')
  for (let i = 0; i < labels.length - 1 && i < 8; i++) {
    const zone = labels.slice(i).join('.')
    const found = await ns(zone)
    if (found === undefined) return {}
    if (found.length > 0) return { zone, ns: found.slice(0, 8).map((n) => n.slice(0, 253).toLowerCase()) }
  }
  return { ns: [] }
}

async function unlessSilent<R>(answer: Promise<R>): Promise<R | undefined> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return undefined
  }
}
