import {
  DeleteIdentityCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  ListIdentitiesCommand,
  SetIdentityMailFromDomainCommand,
  VerifyDomainDkimCommand,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses'
import { ses } from '@/lib/aws/clients'
import { Pace } from './pace'

/** What SES says of a domain's identity. `none`: it has no such identity; `uncertain`: SES could not look at the records just now. */
export type IdentityState = 'none' | 'pending' | 'verified' | 'failed' | 'uncertain'

// Not at the sync's pace: a person waits. What SES throttles is tried again after 0.2 s, 0.4 s, … 12.8 s.
const unpaced = <R>(what: string, call: () => Promise<R>): Promise<R> => new Pace(10).run(what, call)

/** Makes the domain's identity where SES has none, and gives its three DKIM selectors; the same ones each time. Throws Fault. */
export async function ensureDomainIdentity(domain: string): Promise<string[]> {
  const answer = await unpaced(`Setting up DKIM for ${domain}`, () => ses().send(new VerifyDomainDkimCommand({ Domain: domain })))
  return answer.DkimTokens ?? []
}

/** The token of the older way to verify, `_amazonses.<domain> TXT`. Throws Fault. */
export async function ensureVerificationToken(domain: string): Promise<string> {
  const answer = await unpaced(`Setting up the identity of ${domain}`, () => ses().send(new VerifyDomainIdentityCommand({ Domain: domain })))
  return answer.VerificationToken ?? ''
}

const states: Record<string, IdentityState> = { Success: 'verified', Failed: 'failed', NotStarted: 'none', TemporaryFailure: 'uncertain' }

/** Whether SES takes and sends mail for the domain. Throws Fault. */
export async function readIdentityState(domain: string): Promise<IdentityState> {
  const answer = await unpaced(`Asking SES for the state of ${domain}`, () =>
    ses().send(new GetIdentityVerificationAttributesCommand({ Identities: [domain] })),
  )
  const status = answer.VerificationAttributes?.[domain]?.VerificationStatus
  return status === undefined ? 'none' : (states[status] ?? 'pending')
}

/** The identity's DKIM as SES has it: Easy DKIM's three selectors, or none of them. Changes nothing. Throws Fault. */
export async function readDkim(domain: string): Promise<{ tokens: string[]; verified: boolean }> {
  const answer = await unpaced(`Asking SES for the DKIM of ${domain}`, () => ses().send(new GetIdentityDkimAttributesCommand({ Identities: [domain] })))
  const { DkimTokens = [], DkimVerificationStatus } = answer.DkimAttributes?.[domain] ?? {}
  // With keys of their own (BYODKIM) there are other selectors, which are no CNAMEs to amazonses.com.
  return { tokens: DkimTokens.length === 3 ? DkimTokens : [], verified: DkimVerificationStatus === 'Success' }
}

/** Deletes the identity; one that is not there is no fault. Throws Fault. */
export async function deleteIdentity(domain: string): Promise<void> {
  await unpaced(`Deleting the identity of ${domain}`, () => ses().send(new DeleteIdentityCommand({ Identity: domain })))
}

/** How many identities the account has in this Region, a thousand to a call. Throws Fault. */
export async function countIdentities(callsPerSecond: number): Promise<number> {
  const pace = new Pace(callsPerSecond)
  let count = 0
  let NextToken: string | undefined
  do {
    const page = await pace.run("Counting SES's identities", () => ses().send(new ListIdentitiesCommand({ MaxItems: 1000, NextToken })))
    count += page.Identities?.length ?? 0
    NextToken = page.NextToken
  } while (NextToken)
  return count
}

interface MailFrom {
  domain: string
  state: 'pending' | 'verified' | 'failed'
  onMxFailure: 'default' | 'reject'
}

/** The identity's custom MAIL FROM domain as SES has it; null where it has none. Throws Fault. */
export async function readMailFrom(domain: string): Promise<MailFrom | null> {
  const answer = await unpaced(`Asking SES for the MAIL FROM domain of ${domain}`, () =>
    ses().send(new GetIdentityMailFromDomainAttributesCommand({ Identities: [domain] })),
  )
  const found = answer.MailFromDomainAttributes?.[domain]
  if (!found?.MailFromDomain) return null
  const status = found.MailFromDomainStatus
  return { domain: found.MailFromDomain, state: status === 'Success' ? 'verified' : status === 'Failed' ? 'failed' : 'pending', onMxFailure: found.BehaviorOnMXFailure === 'RejectMessage' ? 'reject' : 'default' }
}

/** Sets the identity's custom MAIL FROM domain, or takes it off (null). The same twice is the same as once. Throws Fault. */
export async function writeMailFrom(domain: string, mailFrom: Pick<MailFrom, 'domain' | 'onMxFailure'> | null): Promise<void> {
  const settings = mailFrom && { MailFromDomain: mailFrom.domain, BehaviorOnMXFailure: mailFrom.onMxFailure === 'reject' ? ('RejectMessage' as const) : ('UseDefaultValue' as const) }
  await unpaced(`Setting the MAIL FROM domain of ${domain}`, () => ses().send(new SetIdentityMailFromDomainCommand({ Identity: domain, ...settings })))
}
