import type { Dns } from '@/lib/local/aws/contracts'
import { VERIFICATION_HOURS, type Identity, type Status } from './identity'

/** Looks at the DNS and gives the identity with the states that its records now allow; the same object where nothing changed. */
export async function verify(identity: Identity, dns: Dns, region: string, now: Date): Promise<Identity> {
  if (identity.kind === 'EmailAddress') return settle(identity, { status: late(identity.status, identity.requestedAt, now) })
  const { dkim, mailFrom } = identity
  const waitingForDkim = dkim.tokens.length > 0 && waits(dkim.status)
  const signs = waitingForDkim && (await dkimStands(identity, dns))
  const proven = waits(identity.status) && (signs || dkim.status === 'Success' || (await tokenStands(identity, dns)))
  return settle(identity, {
    status: proven ? 'Success' : late(identity.status, identity.requestedAt, now),
    dkim: waitingForDkim ? { ...dkim, status: signs ? 'Success' : late(dkim.status, dkim.requestedAt ?? identity.requestedAt, now) } : dkim,
    mailFrom: mailFrom && waits(mailFrom.status) ? { ...mailFrom, status: await mailFromStatus(mailFrom, dns, region, now) } : mailFrom,
  })
}

/** Whether a state can still change by itself: one that failed starts anew only by a new call. */
const waits = (status: Status): boolean => status === 'Pending' || status === 'TemporaryFailure'

export const isWaiting = (i: Identity): boolean =>
  waits(i.status) || (i.dkim.tokens.length > 0 && waits(i.dkim.status)) || (i.mailFrom !== undefined && waits(i.mailFrom.status))

const late = (status: Status, since: Date, now: Date): Status =>
  status === 'Pending' && now.getTime() - since.getTime() >= VERIFICATION_HOURS * 3_600_000 ? 'Failed' : status

function settle(identity: Identity, change: Partial<Pick<Identity, 'status' | 'dkim' | 'mailFrom'>>): Identity {
  const same =
    (change.status ?? identity.status) === identity.status &&
    (change.dkim ?? identity.dkim).status === identity.dkim.status &&
    change.mailFrom?.status === (change.mailFrom ? identity.mailFrom?.status : undefined)
  return same ? identity : { ...identity, ...change }
}

async function tokenStands(identity: Identity, dns: Dns): Promise<boolean> {
  const texts = await txt(dns, `_amazonses.${identity.name}`)
  return texts.includes(identity.token)
}

async function dkimStands(identity: Identity, dns: Dns): Promise<boolean> {
  for (const token of identity.dkim.tokens) {
    const names = await records(dns, `${token}._domainkey.${identity.name}`, 'CNAME')
    if (!names.some((n) => typeof n === 'string' && n.replace(/\.$/, '').toLowerCase() === `${token}.dkim.amazonses.com`)) return false
  }
  return true
}

/** Custom MAIL FROM: the one MX that SES names, and an SPF record that lets amazonses.com send. */
async function mailFromStatus(mailFrom: NonNullable<Identity['mailFrom']>, dns: Dns, region: string, now: Date): Promise<Status> {
  const mx = await records(dns, mailFrom.domain, 'MX')
  const takesFeedback = mx.some((m) => isMx(m) && m.exchange.replace(/\.$/, '').toLowerCase() === `feedback-smtp.${region}.amazonses.com`)
  const spf = (await txt(dns, mailFrom.domain)).some((t) => /^v=spf1 /i.test(t) && /\binclude:amazonses\.com\b/i.test(t))
  return takesFeedback && spf && mx.length === 1 ? 'Success' : late(mailFrom.status, mailFrom.requestedAt, now)
}

const isMx = (value: unknown): value is { exchange: string } =>
  typeof value === 'object' && value !== null && 'exchange' in value && typeof value.exchange === 'string'

const txt = async (dns: Dns, name: string): Promise<string[]> =>
  (await records(dns, name, 'TXT')).map((chunks) => (Array.isArray(chunks) ? chunks.join('') : ''))

/** No record, and a zone that is not in order, are ordinary answers here: the owner has still to put it right. */
async function records(dns: Dns, name: string, type: string): Promise<unknown[]> {
  try {
    const found = await dns.resolve(name, type)
    return Array.isArray(found) ? found : []
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOTFOUND', 'ENODATA', 'ESERVFAIL'].includes(String(error.code))) return []
    throw error
  }
}
