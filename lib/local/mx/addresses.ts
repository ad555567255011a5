import { parseAddressHeader, type EmailAddress } from 'mailparser'
import { valuesOf, type Head } from './head'

// A header of thousands of addresses is a list's mistake or an attack; what a notification tells of it ends here.
const MAX_VALUE = 10 * 1024

/** The addresses of a header field, groups opened, domains as written. Empty for a value that cannot be read. */
export function addressesIn(values: string[]): EmailAddress[] {
  const line = values.join(', ').slice(0, MAX_VALUE)
  return line ? parseAddressHeader(line, { flatten: true, decodePunycode: false }).value.filter((a) => a.address) : []
}

const SPECIALS = /[()<>[\]:;@\\,."]/

/** `Name <address>`, the name decoded, and quoted where it needs to be (RFC 5322 §3.2.4). */
export function display({ name, address }: EmailAddress): string {
  if (!name) return address ?? ''
  const phrase = SPECIALS.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name
  return `${phrase} <${address}>`
}

/** The one domain of the From field; undefined for no From, several, or several authors (RFC 7489 §6.6.1 leaves those open). */
export function domainOfFrom(head: Pick<Head, 'fields'>): string | undefined {
  const values = valuesOf(head, 'from')
  const authors = values.length === 1 ? addressesIn(values) : []
  if (authors.length !== 1) return undefined
  return authors[0]?.address?.split('@').pop()?.toLowerCase() || undefined
}
