import type { ReceiptAction, ReceiptRule } from '@aws-sdk/client-ses'
import { flag, strings, structure, structures, text, type Input } from './input'
import type { Violations } from './violations'

const tlsPolicies = ['Optional', 'Require'] as const

/** A rule as sent, still unchecked: strings as they are, absent members undefined. */
export interface SentRule {
  name: string | undefined
  tlsPolicy: string | undefined
  recipients: string[]
  actions: Input[]
  enabled: boolean
  scanEnabled: boolean
}

export function readSentRule(input: Input): SentRule {
  const rule = structure(input, 'Rule')
  return {
    name: text(rule, 'Name'),
    tlsPolicy: text(rule, 'TlsPolicy'),
    recipients: strings(rule['Recipients']),
    actions: structures(rule['Actions']),
    enabled: flag(rule, 'Enabled'),
    scanEnabled: flag(rule, 'ScanEnabled'),
  }
}

/** The members that SES asks of each action, in the order in which it reports them. */
const requiredMembers: Record<string, readonly string[]> = {
  AddHeaderAction: ['HeaderName', 'HeaderValue'],
  BounceAction: ['SmtpReplyCode', 'Sender', 'Message'],
  ConnectAction: ['InstanceARN', 'IAMRoleARN'],
  WorkmailAction: ['OrganizationArn'],
  LambdaAction: ['FunctionArn'],
  SNSAction: ['TopicArn'],
  S3Action: ['BucketName'],
  StopAction: ['Scope'],
}

const allowedValues: Record<string, { member: string; values: readonly string[] }> = {
  LambdaAction: { member: 'InvocationType', values: ['RequestResponse', 'Event'] },
  SNSAction: { member: 'Encoding', values: ['Base64', 'UTF-8'] },
  StopAction: { member: 'Scope', values: ['RuleSet'] },
}

/** The kind of an action (`S3Action`), and its members. Undefined for an empty or unknown structure. */
function kindOf(action: Input): { kind: string; members: Input } | undefined {
  const kind = Object.keys(requiredMembers).find((k) => action[k] !== undefined)
  return kind ? { kind, members: structure(action, kind) } : undefined
}

/** Collects what breaks the shape of a rule. */
export function checkShape(rule: SentRule, violations: Violations): void {
  violations.name(rule.name ?? '', 'rule.name')
  violations.oneOf(rule.tlsPolicy, tlsPolicies, 'rule.tlsPolicy')
  rule.actions.forEach((action, i) => {
    const found = kindOf(action)
    if (!found) return violations.add(`rule.actions.${i + 1}.member`, 'Member must have exactly one action set')
    const path = `rule.actions.${i + 1}.member.${camel(found.kind)}`
    const allowed = allowedValues[found.kind]
    // SES reports a wrong Encoding before a missing topic, and a wrong Scope after a missing one: one order serves both.
    if (allowed) violations.oneOf(text(found.members, allowed.member), allowed.values, `${path}.${camel(allowed.member)}`)
    for (const member of requiredMembers[found.kind] ?? []) violations.notNull(text(found.members, member), `${path}.${camel(member)}`)
  })
}

/** Member names on the wire's error paths: `SNSAction` is `sNSAction`, `S3Action` `s3Action`. */
const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** The rule as SES keeps and describes it, defaults filled in: not enabled, not scanned, TLS optional, UTF-8. */
export function toReceiptRule(rule: SentRule): ReceiptRule {
  return {
    Name: rule.name ?? '',
    Enabled: rule.enabled,
    TlsPolicy: rule.tlsPolicy === 'Require' ? 'Require' : 'Optional',
    Recipients: rule.recipients,
    Actions: rule.actions.map(toAction),
    ScanEnabled: rule.scanEnabled,
  }
}

function toAction(action: Input): ReceiptAction {
  const found = kindOf(action)
  if (!found) return {}
  const m = found.members
  const get = (key: string) => text(m, key)
  const topic = { TopicArn: get('TopicArn') }
  switch (found.kind) {
    case 'S3Action':
      return {
        S3Action: tidy({
          ...topic,
          BucketName: get('BucketName') ?? '',
          ObjectKeyPrefix: get('ObjectKeyPrefix'),
          KmsKeyArn: get('KmsKeyArn'),
          IamRoleArn: get('IamRoleArn'),
        }),
      }
    case 'SNSAction':
      return { SNSAction: { TopicArn: get('TopicArn') ?? '', Encoding: get('Encoding') === 'Base64' ? 'Base64' : 'UTF-8' } }
    case 'BounceAction':
      return {
        BounceAction: tidy({
          ...topic,
          SmtpReplyCode: get('SmtpReplyCode') ?? '',
          StatusCode: get('StatusCode'),
          Message: get('Message') ?? '',
          Sender: get('Sender') ?? '',
        }),
      }
    case 'LambdaAction':
      return {
        LambdaAction: tidy({
          ...topic,
          FunctionArn: get('FunctionArn') ?? '',
          InvocationType: get('InvocationType') === 'RequestResponse' ? ('RequestResponse' as const) : ('Event' as const),
        }),
      }
    case 'AddHeaderAction':
      return { AddHeaderAction: { HeaderName: get('HeaderName') ?? '', HeaderValue: get('HeaderValue') ?? '' } }
    case 'StopAction':
      return { StopAction: tidy({ Scope: 'RuleSet' as const, ...topic }) }
    case 'WorkmailAction':
      return { WorkmailAction: tidy({ ...topic, OrganizationArn: get('OrganizationArn') ?? '' }) }
    default:
      return { ConnectAction: { InstanceARN: get('InstanceARN') ?? '', IAMRoleARN: get('IAMRoleARN') ?? '' } }
  }
}

/** Without the members that are undefined, so that what is stored is what was sent. */
const tidy = <T extends object>(value: T): T => {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key]
  return value
}
