import { ACCOUNT } from '@/lib/local/aws/contracts'
import type { ConfigurationSet } from './configuration-sets'
import type { Identity, NotificationType } from './identity'
import { describeHeaders, type Tag } from './outgoing'
import type { Outcome } from './simulator'
import type { Head } from '@/lib/local/mx/head'

/** A message for an SNS topic, still to be published. */
export interface Publication {
  topicArn: string
  subject?: string
  message: string
}

export interface SentMail {
  id: string
  at: Date
  source: string
  recipients: string[]
  head: Head
  tags: Tag[]
}

type EventName = 'Send' | Outcome['event']

/** SNS destinations of the configuration set that want the event. */
const destinationsOf = (set: ConfigurationSet | undefined, event: EventName): string[] =>
  (set?.destinations ?? [])
    .filter((d) => d.Enabled && d.MatchingEventTypes?.some((t) => t.toLowerCase() === event.toLowerCase()))
    .map((d) => d.SNSDestination?.TopicARN ?? '')
    .filter(Boolean)

/** All that is published for a mail: the configuration set's events (`eventType`) and the identity's notifications (`notificationType`). */
export function publications(
  mail: SentMail,
  outcomes: Outcome[],
  context: { set: ConfigurationSet | undefined; identity: Identity | undefined; region: string },
): Publication[] {
  const { set, identity, region } = context
  const described = describeHeaders(mail.head)
  const base = {
    timestamp: mail.at.toISOString(),
    source: mail.source,
    sourceArn: `arn:aws:ses:${region}:${ACCOUNT}:identity/${identity?.name ?? mail.source}`,
    sendingAccountId: ACCOUNT,
    messageId: mail.id,
    destination: mail.recipients,
  }
  const event = (name: EventName, body: Record<string, unknown>): Publication[] => {
    const message = JSON.stringify({
      eventType: name,
      mail: { ...base, ...described, tags: tagsOf(mail, set) },
      [name.toLowerCase()]: body,
    })
    return destinationsOf(set, name).map((topicArn) => ({ topicArn, subject: 'Amazon SES Email Event Notification', message }))
  }
  const notification = (name: NotificationType, body: Record<string, unknown>): Publication[] => {
    const topicArn = identity?.topics[name]
    if (!topicArn) return []
    const headers = identity.headersIn[name] ? described : {}
    const details = { ...base, sourceIp: '127.0.0.1', callerIdentity: 'root', ...headers }
    return [{ topicArn, message: JSON.stringify({ notificationType: name, mail: details, [name.toLowerCase()]: body }) }]
  }
  return [...event('Send', {}), ...outcomes.flatMap((o) => [...event(o.event, withoutIp(o)), ...notification(o.event, o.body)])]
}

/** Events leave out the address of the receiving host on bounces; notifications have it. */
const withoutIp = ({ event, body }: Outcome): Record<string, unknown> => {
  const { remoteMtaIp, ...rest } = body
  return event === 'Bounce' ? rest : { ...rest, remoteMtaIp }
}

function tagsOf(mail: SentMail, set: ConfigurationSet | undefined): Record<string, string[]> {
  const automatic = {
    'ses:operation': ['SendRawEmail'],
    'ses:configuration-set': [set?.name ?? ''],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [mail.source.slice(mail.source.lastIndexOf('@') + 1)],
    'ses:caller-identity': ['root'],
    'ses:outgoing-ip': ['127.0.0.1'],
  }
  return { ...automatic, ...Object.fromEntries(mail.tags.map((t) => [t.Name, [t.Value]])) }
}
