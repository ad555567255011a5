import type { ReceiptRule } from '@aws-sdk/client-ses'
import { Fault } from '@/lib/core/fault'
import type { Cloud } from '@/lib/local/aws/contracts'
import { log } from '@/lib/log'
import type { Client } from './authenticate'
import { evaluate, type Step } from './evaluate'
import { getEvaluation } from './evaluation'
import { judge, type Judged } from './judge'
import { actionObject, mailObject, notification, SUBJECT } from './notification'
import { stamp } from './stamp'
import type { Verdicts } from './verdicts'

// Mail published by the SNS action, headers included; larger mail bounces (SES Developer Guide, quotas).
const SNS_LIMIT = 150 * 1024

/** One SMTP transaction whose DATA has come in whole. */
export interface Transaction {
  messageId: string
  client: Client
  clientName: string
  recipients: string[]
  secure: boolean
  /** The rules in force when the transaction began: SES judges a mail by those. */
  rules: ReceiptRule[]
  /** The mail as sent, dots unstuffed. */
  raw: Buffer
}

/** The SMTP reply to DATA. */
export interface Reply {
  code: number
  text: string
}

interface Stored {
  bytes: Buffer
  fields: { name: string; value: string }[]
  verdicts: Verdicts
}

/** The mail as it is stored for a step: SES's own fields, those that AddHeader added, the mail's bytes. */
function copyFor(cloud: Cloud, t: Transaction, judged: Judged, at: Date, step: Step): Stored {
  const { authentication, override, verdicts: all } = judged
  const verdicts: Verdicts = step.rule.ScanEnabled ? all : { ...all, spam: 'DISABLED', virus: 'DISABLED' }
  const own = stamp({
    messageId: t.messageId,
    region: cloud.region,
    at,
    client: t.client,
    clientName: t.clientName,
    recipients: t.recipients,
    verdicts,
    authentication,
    overridden: { spf: Boolean(override.spf), dkim: Boolean(override.dkim), dmarc: Boolean(override.dmarc) },
    body: judged.raw.subarray(judged.head.bodyStart),
  })
  const top = [...own, ...step.added]
  const head = Buffer.from(top.map((f) => `${f.name}: ${f.value}\r\n`).join(''))
  return { bytes: Buffer.concat([head, judged.raw]), fields: [...top, ...judged.head.fields], verdicts }
}

/** `<prefix>/<messageId>`: SES puts the slash between, unless the prefix brings it. */
function objectKey(prefix: string | undefined, messageId: string): string {
  if (!prefix) return messageId
  return prefix.endsWith('/') ? prefix + messageId : `${prefix}/${messageId}`
}

const topicOf = ({ action: a }: Step): string | undefined =>
  (a.S3Action ?? a.SNSAction ?? a.BounceAction ?? a.StopAction)?.TopicArn

function bounceOf(step: Step, stored: Stored): Reply | undefined {
  const bounce = step.action.BounceAction
  if (bounce) return { code: Number(bounce.SmtpReplyCode), text: [bounce.StatusCode, bounce.Message].filter(Boolean).join(' ') }
  if (step.action.SNSAction && stored.bytes.length > SNS_LIMIT) return { code: 552, text: '5.3.4 Message too large for the SNS action' }
  return undefined
}

function noteNotRun(step: Step, messageId: string): void {
  const { LambdaAction: lambda, ConnectAction: connect } = step.action
  if (!lambda && !connect) return
  const what = lambda ? `Lambda ${lambda.FunctionArn}` : 'Connect'
  log.warn({ messageId, rule: step.rule.Name, permanence: 'permanent' }, `The local MX does not run the ${what} action.`)
}

/**
 * Runs the receipt rules on a mail: every object is stored, then every notification is published, and only then comes the 250,
 * so that a mail that was accepted is never lost. Throws (Fault or AwsError) when one of them fails: the caller answers 451,
 * and the client keeps the mail. A Bounce decides the reply, and what other actions stored stays.
 */
export async function receive(cloud: Cloud, t: Transaction): Promise<Reply> {
  const started = performance.now()
  const at = cloud.now()
  const steps = evaluate({ rules: t.rules, recipients: t.recipients, secure: t.secure, evaluation: getEvaluation(cloud) })
  const judged = await judge(cloud, t.raw, t.client, steps.some((s) => s.rule.ScanEnabled))

  // Steps that store the same bytes share them: in `recipient` mode one object serves all recipients of a rule.
  const copies = new Map<string, Stored>()
  const storedFor = (step: Step): Stored => {
    const key = JSON.stringify([step.rule.ScanEnabled === true, step.added])
    const known = copies.get(key)
    if (known) return known
    const made = copyFor(cloud, t, judged, at, step)
    copies.set(key, made)
    return made
  }

  const written = new Set<string>()
  for (const step of steps) {
    const s3 = step.action.S3Action
    if (!s3) continue
    if (s3.KmsKeyArn) throw new Fault('permanent', `Rule ${step.rule.Name} asks for client-side encryption: unset its KmsKeyArn.`)
    const key = objectKey(s3.ObjectKeyPrefix, t.messageId)
    const copy = storedFor(step)
    const once = JSON.stringify([s3.BucketName, key, step.rule.ScanEnabled === true, step.added])
    if (written.has(once)) continue
    await cloud.objects.put(s3.BucketName ?? '', key, copy.bytes, 'message/rfc822')
    written.add(once)
  }

  // Before anybody is told: a SendBounce may follow at once.
  await cloud.ses.received?.({ messageId: t.messageId, source: t.client.sender, at })

  let bounced: Reply | undefined
  for (const step of steps) {
    noteNotRun(step, t.messageId)
    const stored = storedFor(step)
    const bounce = bounceOf(step, stored)
    bounced ??= bounce
    const topicArn = topicOf(step)
    const action = actionObject(step.action, objectKey(step.action.S3Action?.ObjectKeyPrefix, t.messageId))
    if (!topicArn || !action || (step.action.SNSAction && bounce)) continue
    const sns = step.action.SNSAction
    const message = notification({
      mail: mailObject({
        at,
        sender: t.client.sender,
        messageId: t.messageId,
        fields: stored.fields,
        head: judged.head,
        subject: judged.subject,
      }),
      at,
      processingTimeMillis: Math.round(performance.now() - started),
      recipients: step.recipients,
      verdicts: stored.verdicts,
      action,
      ...(sns ? { content: stored.bytes.toString(sns.Encoding === 'Base64' ? 'base64' : 'utf8') } : {}),
    })
    await cloud.topics.publish({ topicArn, subject: SUBJECT, message })
  }
  return bounced ?? { code: 250, text: `OK ${t.messageId}` }
}
