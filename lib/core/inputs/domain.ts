import { domainToASCII } from 'node:url'
import { getDomain } from 'tldts'
import { z } from 'zod'
import { consentAnswers } from '@/lib/core/domain/consent'
import { pageLimit } from './page'

// Names that are no zones on the internet (RFC 6761 §6.3 and §6.4, RFC 6762 §3). `.test` and `.example` are ordinary domains here.
const nowhere = new Set(['invalid', 'localhost', 'local', 'onion'])
// RFC 1035 §2.3.1: letters, digits, hyphens, not at the ends.
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

// RFC 1035 §2.3.4 has 253 as written; `<32 characters>._domainkey.` comes before it.
const maxLength = 253 - 44

/** A-labels, lower case, no final dot: the one form in which names are stored and compared. Empty where it cannot be a name. */
function canonicalName(text: string): string {
  const name = text.trim().replace(/\.$/, '')
  // As in a URL, all from one of these on would be cut off in silence.
  return /[\s/?#@:\\%[\]]/.test(name.normalize('NFKC')) ? '' : domainToASCII(name).toLowerCase()
}

/** Which it is, for a form to say in its own words. `platform` is the service's to find: it knows the configuration. */
export type NameProblem = 'name' | 'long' | 'nowhere' | 'suffix' | 'platform'
/** Why a good name cannot be claimed: the tenant has it, has too many claims open or its limit reached, or SES takes no more identities. */
export type ClaimConflict = 'taken' | 'many' | 'identities' | 'limit'

/** What is wrong with a canonical name as a domain that one company can own; undefined where nothing is. */
function problemOf(name: string): { code: NameProblem; message: string } | undefined {
  const labels = name.split('.')
  const top = labels.at(-1) ?? ''
  if (labels.length < 2 || !labels.every((l) => label.test(l)) || /^\d+$/.test(top))
    return { code: 'name', message: 'must be a domain name, such as mail.example.com' }
  if (name.length > maxLength) return { code: 'long', message: `must have at most ${maxLength} characters, so that its DKIM records have room` }
  if (nowhere.has(top)) return { code: 'nowhere', message: `must be a domain on the internet: .${top} is none` }
  // The public suffix list, with the names below which others register (github.io).
  if (getDomain(name, { allowPrivateDomains: true, validateHostname: false }) === null)
    return { code: 'suffix', message: 'must be a domain of your own: this one is a public suffix, below which others have theirs' }
  return undefined
}

/** A domain as a tenant writes it, in Unicode or A-labels, with or without the final dot; becomes the canonical name. */
const DomainName = z
  .string()
  .max(1000, 'must be a domain name, such as mail.example.com')
  .transform(canonicalName)
  .superRefine((name, ctx) => {
    const problem = problemOf(name)
    if (problem) ctx.addIssue({ code: 'custom', message: problem.message, params: { code: problem.code } })
  })

export const ClaimDomain = z.strictObject({ name: DomainName })
export type ClaimDomain = z.infer<typeof ClaimDomain>

/** Nothing at or below the platform's domain can be claimed: tenants receive there by their slugs. */
export const isBelow = (name: string, platformDomain: string): boolean => name === platformDomain || name.endsWith(`.${platformDomain}`)

export const DomainId = z.strictObject({ id: z.uuid('must be the id of a domain') })

/** A page of a tenant's domains. */
export const DomainPage = z.strictObject({ limit: pageLimit, cursor: z.string().max(200).optional() })

/** What SES does with mail while the MX record of the MAIL FROM domain is not there: use its own domain, or refuse to send. */
export const onMxFailures = ['default', 'reject'] as const
export type OnMxFailure = (typeof onMxFailures)[number]

/** RFC 1035 §2.3.4. */
const longest = 253

/** A custom MAIL FROM domain; that it lies below its own domain is the service's to see. */
export const MailFrom = z.strictObject({
  domain: z
    .string()
    .max(1000, 'must be a name below the domain, such as bounce.example.com')
    .transform(canonicalName)
    .superRefine((name, ctx) => {
      if (name.length > longest || !name.split('.').every((l) => label.test(l)))
        ctx.addIssue({ code: 'custom', message: 'must be a name below the domain, such as bounce.example.com', params: { code: 'name' } })
    }),
  onMxFailure: z.enum(onMxFailures).default('default').describe('While its MX record is missing: `default` sends with a MAIL FROM of amazonses.com, `reject` sends nothing.'),
  replace: z.string().max(longest).optional().describe('The MAIL FROM domain that somebody else set at Amazon SES, where it may be replaced: never done unasked.'),
})
export const SetMailFrom = MailFrom.extend({ id: z.uuid('must be the id of a domain') })

export const AnswerConsent = z.strictObject({
  id: z.uuid('must be the id of a domain'),
  consentId: z.uuid('must be the id of a request'),
  answer: z.enum(consentAnswers),
})

/** `deleteIdentity`: also where Amazon SES had the identity before the claim. */
export const RemoveDomain = z.strictObject({ id: z.uuid('must be the id of a domain'), deleteIdentity: z.boolean().default(false) })
