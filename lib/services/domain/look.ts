import type { Resolver } from 'node:dns/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureDomainIdentity, readDkim, readIdentityState } from '@/lib/aws/ses/identity'
import { config } from '@/lib/config'
import { Fault } from '@/lib/core/fault'
import type { Facts } from '@/lib/core/domain/facts'
import { judgeRecord, mustGo, neededRecords, type CheckedRecord, type NeededRecord } from '@/lib/core/domain/records'
import { dkimStands, type IdentityProof } from '@/lib/core/domain/status'
import type { Domain } from '@/lib/db/generated/client'
import { lookUp, openResolver } from '@/lib/dns/lookup'
import { readTtl } from '@/lib/dns/ttl'
import { log } from '@/lib/log'
import { actOnMailFrom } from './act-on-mail-from'
import { noteMade } from './identity'
import { lookAtFacts } from './look-at-facts'

/** SES looks at the records in its own time: how long a person is let wait for it, and how often it is asked meanwhile. */
const patienceMs = 8000
const askMs = 1000

export interface Look {
  records: CheckedRecord[]
  identity: IdentityProof
  /** SES's selectors now: they change where the identity had to be made anew. */
  dkimTokens: string[]
  /** Every value at the name of the ownership record, and for how many seconds caches may keep them; undefined where there was no answer. */
  proofs: string[] | undefined
  proofTtl: number | undefined
  facts: Facts
}

/** Looks at DNS and SES, and tells SES what it has to know: the identity, the MAIL FROM domain. Holds no transaction. Throws nothing for what passes: it is `unknown`. */
export async function look(row: Domain, { patient }: { patient: boolean }): Promise<Look> {
  const resolver = openResolver()
  const seen = await lookAtRecords(resolver, row, patient)
  const [facts, mailFrom] = await Promise.all([lookAtFacts(resolver, row, seen.records), actOnMailFrom(row, seen.records)])
  return { ...seen, facts: { ...facts, ...(mailFrom === undefined ? {} : { mailFrom }), identity: seen.identity } }
}

async function lookAtRecords(resolver: Resolver, row: Domain, patient: boolean): Promise<Omit<Look, 'facts'>> {
  const { region } = config().aws
  const needed = (dkimTokens: readonly string[]) => neededRecords({ name: row.name, token: row.token, dkimTokens, region, mailFrom: row.mailFrom })
  let proofs: string[] | undefined
  const check = (list: NeededRecord[]) =>
    Promise.all(
      list.map(async (record): Promise<CheckedRecord> => {
        try {
          const values = await lookUp(resolver, record.name, record.type)
          if (record.purpose === 'ownership') proofs = values
          const judged = judgeRecord(record, values)
          const ttl = mustGo(judged) ? await readTtl(resolver, record.name, record.type) : undefined
          return { ...judged, ...(ttl === undefined ? {} : { ttl }) }
        } catch (error) {
          log.warn({ err: error, domain: row.name }, 'a record could not be looked up')
          return { ...record, state: 'unknown' }
        }
      }),
    )
  let { dkimTokens } = row
  let records = await check(needed(dkimTokens))
  const ownership = records.find((r) => r.purpose === 'ownership')
  const owned = ownership?.state === 'found'
  // What a second owner's proof is worth hangs on how old the answer may be.
  const proofTtl = owned && row.status === 'pending' ? await readTtl(resolver, ownership!.name, 'TXT') : undefined
  // SES is asked for one thing a second by the whole account: not for a claim without its proof.
  if (!owned && row.status === 'pending') return { records, identity: 'unknown', dkimTokens, proofs, proofTtl }
  try {
    const deadline = performance.now() + patienceMs
    let state = await readIdentityState(row.name)
    if (dkimTokens.length === 0 || (state !== 'verified' && state !== 'uncertain')) {
      // Gone, given up on, found without DKIM, or made anew by somebody, with other selectors: this makes it where it must, and tells those in force.
      const before = state === 'verified' ? await readDkim(row.name) : undefined
      const now = before?.verified ? before.tokens : await ensureDomainIdentity(row.name)
      if (state === 'none') await noteMade(row.name)
      if (now.join() !== dkimTokens.join()) records = await check(needed(now))
      dkimTokens = now
    }
    while (patient && state === 'pending' && dkimStands(records) && performance.now() + askMs < deadline) {
      await sleep(askMs)
      state = await readIdentityState(row.name)
    }
    return { records, identity: state === 'verified' ? 'verified' : state === 'uncertain' ? 'unknown' : 'unverified', dkimTokens, proofs, proofTtl }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    log.warn({ err: error, domain: row.name }, 'SES could not be asked for an identity')
    return { records, identity: 'unknown', dkimTokens, proofs, proofTtl }
  }
}
