import type { Dns, Topics } from '@/lib/local/aws/contracts'
import { AwsError, type Action } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { covering, newDkimTokens, newIdentity, notificationTypes, type Identity, type NotificationType } from './identity'
import { flag, required, strings, text, type Input } from './input'
import { isAddress, isDomain } from './recipient'
import { serial } from './serial'
import { isWaiting, verify } from './verification'
import { Violations } from './violations'

/** Names in one Get call (SDK GetIdentityVerificationAttributes). */
const MAX_NAMES = 100
/** DG:quotas. */
const MAX_IDENTITIES = 10_000

export interface IdentityDependencies {
  store: Store
  dns: Dns
  topics: Topics
  region: string
  now: () => Date
  /** Mails the link that proves an address. */
  invite: (address: string, token: string) => Promise<void>
}

/** Identities: what the account may send from and receive for. They become verified by their DNS records alone. */
export function createIdentities({ store, dns, topics, region, now, invite }: IdentityDependencies) {
  const identities = store.table<Identity>('ses.identities')
  const alone = serial()

  const save = async (identity: Identity): Promise<Identity> => {
    await identities.put(identity.name, identity)
    return identity
  }
  const find = (name: string): Identity => {
    const identity = identities.get(name.toLowerCase())
    if (!identity) throw new AwsError('InvalidParameterValue', `Identity <${name}> does not exist.`)
    return identity
  }
  const begin = async (name: string): Promise<Identity> => {
    const known = identities.get(name)
    if (known && known.status !== 'Failed') return known
    if (!known && identities.getCount() >= MAX_IDENTITIES) throw new AwsError('LimitExceeded', 'Too many identities')
    return save(known ? { ...known, status: 'Pending', requestedAt: now() } : newIdentity(name, now()))
  }
  const refresh = (name: string): Promise<Identity | undefined> =>
    alone(async () => {
      const known = identities.get(name)
      if (!known || !isWaiting(known)) return known
      const checked = await verify(known, dns, region, now())
      return checked === known ? known : save(checked)
    })
  const change = (name: string, edit: (identity: Identity) => Identity) =>
    alone(async () => {
      await save(edit(find(name)))
      return {}
    })
  /** One entry for each known name; unknown ones are left out, as SES does. */
  const each = async (input: Input, describe: (identity: Identity) => object) => {
    const names = strings(input['Identities'])
    if (names.length > MAX_NAMES) throw new AwsError('InvalidParameterValue', `Too many identities: at most ${MAX_NAMES} per call`)
    const result = new Map<string, object>()
    for (const name of names) {
      const identity = await refresh(name.toLowerCase())
      if (identity) result.set(name, describe(identity))
    }
    return result
  }

  const actions: Record<string, Action> = {
    VerifyDomainIdentity: (input) => {
      const domain = domainOf(required(input, 'Domain'))
      return alone(async () => ({ VerificationToken: (await begin(domain)).token }))
    },

    VerifyDomainDkim: (input) => {
      const domain = domainOf(required(input, 'Domain'))
      return alone(async () => {
        const identity = await begin(domain)
        const fresh = identity.dkim.tokens.length === 0 || identity.dkim.status === 'Failed'
        const tokens = identity.dkim.tokens.length === 0 ? newDkimTokens() : identity.dkim.tokens
        if (fresh) await save({ ...identity, dkim: { enabled: true, status: 'Pending', tokens, requestedAt: now() } })
        return { DkimTokens: tokens }
      })
    },

    VerifyEmailIdentity: (input) => {
      const address = required(input, 'EmailAddress')
      if (!isAddress(address)) throw new AwsError('InvalidParameterValue', `Invalid email address<${address}>.`)
      return alone(async () => {
        const identity = await begin(address.toLowerCase())
        if (identity.status === 'Pending') await invite(identity.name, identity.token)
        return {}
      })
    },
    // The call's name before 2012; SDKs still have it.
    VerifyEmailAddress: (input, request) => actions['VerifyEmailIdentity']?.(input, request),

    ListIdentities: (input) => {
      const kind = text(input, 'IdentityType')
      const violations = new Violations()
      violations.oneOf(kind, ['EmailAddress', 'Domain'], 'identityType')
      violations.throwIfAny()
      const max = Math.min(Math.max(Number(text(input, 'MaxItems') ?? 1000) || 1000, 1), 1000)
      const token = text(input, 'NextToken')
      const start = token ? Buffer.from(token, 'base64url').toString() : undefined
      const names = [...identities.getRange(start ? { start, exclusiveStart: true } : {})]
        .map((e) => e.value)
        .filter((i) => !kind || i.kind === kind)
      const page = names.slice(0, max).map((i) => i.name)
      const more = names.length > max ? { NextToken: Buffer.from(page.at(-1) ?? '').toString('base64url') } : {}
      return { Identities: page, ...more }
    },

    ListVerifiedEmailAddresses: () => ({
      VerifiedEmailAddresses: [...identities.getRange()]
        .map((e) => e.value)
        .filter((i) => i.kind === 'EmailAddress' && i.status === 'Success')
        .map((i) => i.name),
    }),

    GetIdentityVerificationAttributes: async (input) => ({
      VerificationAttributes: await each(input, (i) => ({
        VerificationStatus: i.status,
        ...(i.kind === 'Domain' ? { VerificationToken: i.token } : {}),
      })),
    }),

    GetIdentityDkimAttributes: async (input) => ({
      DkimAttributes: await each(input, ({ dkim }) => ({
        DkimEnabled: dkim.enabled,
        DkimVerificationStatus: dkim.status,
        ...(dkim.tokens.length > 0 ? { DkimTokens: dkim.tokens } : {}),
      })),
    }),

    SetIdentityDkimEnabled: (input) => {
      const enabled = flag(input, 'DkimEnabled')
      return change(required(input, 'Identity'), (i) => {
        if (enabled && i.kind === 'Domain' && i.dkim.status !== 'Success')
          throw new AwsError('InvalidParameterValue', `DKIM attributes of the identity ${i.name} have not been verified.`)
        return { ...i, dkim: { ...i.dkim, enabled } }
      })
    },

    GetIdentityMailFromDomainAttributes: async (input) => ({
      MailFromDomainAttributes: await each(input, ({ mailFrom }) =>
        mailFrom
          ? { MailFromDomain: mailFrom.domain, MailFromDomainStatus: mailFrom.status, BehaviorOnMXFailure: mailFrom.onMxFailure }
          : { BehaviorOnMXFailure: 'UseDefaultValue' },
      ),
    }),

    SetIdentityMailFromDomain: (input) => {
      const name = required(input, 'Identity')
      const domain = text(input, 'MailFromDomain')?.toLowerCase()
      const onMxFailure = text(input, 'BehaviorOnMXFailure') ?? 'UseDefaultValue'
      const violations = new Violations()
      violations.oneOf(onMxFailure, ['UseDefaultValue', 'RejectMessage'], 'behaviorOnMXFailure')
      violations.throwIfAny()
      return change(name, (i) => {
        const parent = i.name.slice(i.name.lastIndexOf('@') + 1)
        if (!domain) return { ...i, mailFrom: undefined }
        if (!isDomain(domain) || !domain.endsWith(`.${parent}`))
          throw new AwsError(
            'InvalidParameterValue',
            `Provided MAIL-FROM domain <${domain}> is not subdomain of the domain of the identity <${i.name}>.`,
          )
        if (i.mailFrom?.domain === domain && i.mailFrom.status !== 'Failed') return { ...i, mailFrom: { ...i.mailFrom, onMxFailure } }
        return { ...i, mailFrom: { domain, status: 'Pending', onMxFailure, requestedAt: now() } }
      })
    },

    GetIdentityNotificationAttributes: async (input) => ({
      NotificationAttributes: await each(input, (i) => ({
        BounceTopic: i.topics.Bounce,
        ComplaintTopic: i.topics.Complaint,
        DeliveryTopic: i.topics.Delivery,
        ForwardingEnabled: i.forwarding,
        HeadersInBounceNotificationsEnabled: i.headersIn.Bounce ?? false,
        HeadersInComplaintNotificationsEnabled: i.headersIn.Complaint ?? false,
        HeadersInDeliveryNotificationsEnabled: i.headersIn.Delivery ?? false,
      })),
    }),

    SetIdentityNotificationTopic: (input) => {
      const type = notificationType(input)
      const topic = text(input, 'SnsTopic')
      if (topic && !topics.exists(topic)) throw new AwsError('InvalidParameterValue', `Invalid SNS topic <${topic}>.`)
      return change(required(input, 'Identity'), (i) => ({ ...i, topics: { ...i.topics, [type]: topic || undefined } }))
    },

    SetIdentityFeedbackForwardingEnabled: (input) => {
      const forwarding = flag(input, 'ForwardingEnabled')
      return change(required(input, 'Identity'), (i) => {
        if (!forwarding && !(i.topics.Bounce && i.topics.Complaint))
          throw new AwsError('InvalidParameterValue', 'Forwarding can only be disabled when both a bounce and a complaint topic are set.')
        return { ...i, forwarding }
      })
    },

    SetIdentityHeadersInNotificationsEnabled: (input) => {
      const type = notificationType(input)
      const enabled = flag(input, 'Enabled')
      return change(required(input, 'Identity'), (i) => ({ ...i, headersIn: { ...i.headersIn, [type]: enabled } }))
    },

    DeleteIdentity: (input) => {
      const name = required(input, 'Identity').toLowerCase()
      return alone(async () => {
        if (name.length <= 320) await identities.remove(name)
        return {}
      })
    },
    DeleteVerifiedEmailAddress: (input, request) => actions['DeleteIdentity']?.({ Identity: required(input, 'EmailAddress') }, request),
  }

  const known = (name: string): Identity | undefined => (name.length <= 320 ? identities.get(name) : undefined)
  return {
    actions,
    isVerified: (addressOrDomain: string): boolean => covering(addressOrDomain).some((n) => known(n)?.status === 'Success'),
    /** The identity whose settings a mail from this address follows: the address's own, else the nearest domain's. */
    of: (address: string): Identity | undefined =>
      covering(address)
        .map(known)
        .find((i) => i !== undefined),
    /** Looks at the DNS for all that still wait. */
    refreshWaiting: async (): Promise<void> => {
      const waiting = [...identities.getRange()].map((e) => e.value).filter(isWaiting)
      for (const i of waiting) await refresh(i.name)
    },
    /** Proves an address by the token that was mailed to it. */
    confirmAddress: (token: string): Promise<string | undefined> =>
      alone(async () => {
        const identity = [...identities.getRange()].map((e) => e.value).find((i) => i.kind === 'EmailAddress' && i.token === token)
        if (identity?.status === 'Pending') await save({ ...identity, status: 'Success' })
        return identity?.name
      }),
    all: (): Identity[] => [...identities.getRange()].map((e) => e.value),
  }
}

function domainOf(name: string): string {
  const domain = name.trim().replace(/\.$/, '').toLowerCase()
  if (!isDomain(domain)) throw new AwsError('InvalidParameterValue', `Invalid domain name ${name}.`)
  return domain
}

function notificationType(input: Input): NotificationType {
  const sent = text(input, 'NotificationType')
  const violations = new Violations()
  violations.notNull(sent, 'notificationType')
  violations.oneOf(sent, notificationTypes, 'notificationType')
  violations.throwIfAny()
  return notificationTypes.find((t) => t === sent) ?? 'Bounce'
}
