import { isIP } from 'node:net'
import { dkimVerify, dmarc, spf, type DNSResolver } from 'mailauth'
import type { Dns } from '@/lib/local/aws/contracts'
import { domainOfFrom } from './addresses'
import { valuesOf, type Head } from './head'
import type { SignatureResult } from './verdicts'

export interface Authentication {
  spf: { result: string; domain: string }
  dkim: { signatures: SignatureResult[]; unreadable: boolean }
  /** `undetermined` where the mail has no From field, or more than one author domain cannot be told apart. */
  dmarc: { result: string; policy?: string; from?: string }
}

export interface Client {
  /** The reverse-path without its brackets; '' for the null one. */
  sender: string
  ip: string
  helo: string
}

/** The outcome for a mail that could not be checked at all. */
export const UNCHECKED: Authentication = {
  spf: { result: 'temperror', domain: 'unknown' },
  dkim: { signatures: [], unreadable: true },
  dmarc: { result: 'temperror' },
}

async function verifySignatures(raw: Buffer, head: Head, sender: string, resolver: DNSResolver): Promise<Authentication['dkim']> {
  const present = valuesOf(head, 'dkim-signature').length
  if (present === 0) return { signatures: [], unreadable: false }
  const { results } = await dkimVerify(raw, { resolver, sender })
  const signatures = results
    .filter((r) => r.signingDomain)
    .map((r) => ({ result: r.status.result, domain: r.signingDomain, aligned: Boolean(r.status.aligned) }))
  return { signatures, unreadable: signatures.length < present }
}

/**
 * SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489) of a mail, by the local zone alone.
 * A mail without a DKIM-Signature costs no hashing.
 */
export async function authenticate(input: { raw: Buffer; head: Head; client: Client; dns: Dns; mta: string }): Promise<Authentication> {
  const { raw, head, client, mta } = input
  const resolver: DNSResolver = (name, type) => input.dns.resolve(name, type) as ReturnType<DNSResolver>
  const helo = isIP(client.helo) ? `[${client.helo}]` : client.helo
  const sender = await spf({ sender: client.sender, ip: client.ip, helo, mta, resolver })
  const dkim = await verifySignatures(raw, head, client.sender, resolver)
  const outcome = { spf: { result: sender.status.result, domain: sender.domain }, dkim }
  const from = domainOfFrom(head)
  if (!from) return { ...outcome, dmarc: { result: 'undetermined' } }
  const found = await dmarc({
    headerFrom: `postmaster@${from}`,
    spfDomains: sender.status.result === 'pass' ? [sender.domain] : [],
    dkimDomains: dkim.signatures.filter((s) => s.result === 'pass').map(({ domain, aligned }) => ({ domain, aligned })),
    resolver,
  })
  if (!found) return { ...outcome, dmarc: { result: 'undetermined', from } }
  return { ...outcome, dmarc: { result: found.status.result, policy: found.policy, from } }
}
