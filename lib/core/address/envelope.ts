import { domainToASCII } from 'node:url'

/** An envelope address taken apart (RFC 5321 §4.1.2). All parts are lower case. */
export interface EnvelopeAddress {
  /** The whole address, lower case, the domain in A-label form. */
  address: string
  local: string
  /** A-label form (RFC 5890), no final dot; an address literal stays in its brackets. */
  domain: string
  /** What follows the first `+` of the local part; undefined where there is none. */
  tag: string | undefined
  /** The address without its +tag: what a receipt rule of SES matches. */
  mailbox: string
}

const brackets = /^<([^<>]*)>$/

/**
 * Takes an envelope address apart. Undefined where it has no local part or no domain, so that it cannot be routed.
 * A local part that begins with `+` is all name: there is no mailbox before the tag.
 */
export function parseEnvelopeAddress(text: string): EnvelopeAddress | undefined {
  const bare = text.trim().replace(brackets, '$1')
  const at = bare.lastIndexOf('@')
  if (at < 1) return undefined
  const local = bare.slice(0, at).toLowerCase()
  const domain = asciiDomain(bare.slice(at + 1))
  if (!domain) return undefined
  const plus = local.startsWith('"') ? -1 : local.indexOf('+')
  const tagged = plus > 0
  return {
    address: `${local}@${domain}`,
    local,
    domain,
    tag: tagged ? local.slice(plus + 1) : undefined,
    mailbox: `${tagged ? local.slice(0, plus) : local}@${domain}`,
  }
}

/** A domain in A-label form, lower case, without the final dot; '' for what is no domain. */
function asciiDomain(name: string): string {
  const lower = name.trim().toLowerCase().replace(/\.$/, '')
  if (/^\[[0-9a-z:.]+\]$/.test(lower)) return lower
  // Plain ASCII names are left as they are: domainToASCII would read `1.2` as an IPv4 address.
  return /^[a-z0-9._-]+$/.test(lower) ? lower : domainToASCII(lower)
}

/** The domain of any address, A-label form; '' where there is none. For columns and routing, not for validation. */
export const domainOf = (address: string): string => parseEnvelopeAddress(address)?.domain ?? ''
