import type { ReceiptAction, ReceiptRule } from '@aws-sdk/client-ses'
import type { Objects, SesState, Topics } from '@/lib/local/aws/contracts'
import { AwsError } from '@/lib/local/aws/protocol'
import { objectKey } from './object-key'
import { isRecipientCondition } from './recipient'

/** DG:quotas. */
const MAX_RECIPIENTS = 500
const MAX_ACTIONS = 10

const topicArn = /^arn:aws[a-zA-Z-]*:sns:[a-z0-9-]+:\d{12}:.+$/
const functionArn = /^arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\d{12}:function:.+$/
const roleArn = /^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/.+$/
/** ftext of RFC 5322 §2.2. */
const headerName = /^[\x21-\x39\x3b-\x7e]+$/

export interface Targets {
  objects: Objects
  topics: Topics
  isVerified: SesState['isVerified']
  now: () => Date
}

/** Checks that go beyond a rule's shape: limits, recipients, and that every bucket, topic and sender can be used. Throws as SES does. */
export function checkMeaning(rule: ReceiptRule, targets: Targets): void {
  const recipients = rule.Recipients ?? []
  const actions = rule.Actions ?? []
  if (recipients.length > MAX_RECIPIENTS) throw new AwsError('LimitExceeded', 'Too many recipients')
  const wrong = recipients.find((r) => !isRecipientCondition(r))
  if (wrong !== undefined) throw new AwsError('InvalidParameterValue', `Invalid recipient: ${wrong}`)
  if (actions.length > MAX_ACTIONS) throw new AwsError('LimitExceeded', 'Too many actions')
  if (actions.slice(0, -1).some((a) => a.StopAction))
    throw new AwsError('InvalidParameterValue', 'Stop action, if any, must be placed at the end of the actions list')
  for (const action of actions) checkAction(action, targets)
}

function checkAction(action: ReceiptAction, targets: Targets): void {
  if (action.AddHeaderAction) {
    const { HeaderName: name = '', HeaderValue: value = '' } = action.AddHeaderAction
    if (!headerName.test(name)) throw new AwsError('InvalidParameterValue', `Invalid header name: ${name}`)
    if (/[\r\n]/.test(value) || value.length > 2048) throw new AwsError('InvalidParameterValue', `Invalid header value: ${value}`)
  }
  const topic = topicOf(action)
  if (topic !== undefined) checkTopic(topic, targets)
  if (action.S3Action) checkBucket(action.S3Action, targets)
  if (action.LambdaAction) checkFunction(action.LambdaAction.FunctionArn ?? '')
  if (action.BounceAction) {
    const { SmtpReplyCode: code = '', Message: message = '', Sender: sender = '', StatusCode: status } = action.BounceAction
    if (!/^[45]\d\d$/.test(code)) throw new AwsError('InvalidParameterValue', `Invalid SMTP reply code: ${code}`)
    if (status !== undefined && !/^[245]\.\d{1,3}\.\d{1,3}$/.test(status))
      throw new AwsError('InvalidParameterValue', `Invalid status code: ${status}`)
    if (message === '') throw new AwsError('InvalidParameterValue', `Invalid SMTP response message: ${message}`)
    if (!targets.isVerified(sender)) throw new AwsError('InvalidParameterValue', `Identity is not verified: ${sender}`)
  }
  // The account has neither service, so no instance or organization can be named.
  if (action.WorkmailAction)
    throw new AwsError('InvalidParameterValue', `Could not find WorkMail organization: ${action.WorkmailAction.OrganizationArn ?? ''}`)
  if (action.ConnectAction)
    throw new AwsError('InvalidParameterValue', `Could not find Connect instance: ${action.ConnectAction.InstanceARN ?? ''}`)
}

const topicOf = (action: ReceiptAction): string | undefined =>
  (action.S3Action ?? action.SNSAction ?? action.BounceAction ?? action.LambdaAction ?? action.StopAction ?? action.WorkmailAction)
    ?.TopicArn

function checkTopic(arn: string, { topics }: Targets): void {
  if (!topicArn.test(arn)) throw new AwsError('InvalidSnsTopic', `Invalid SNS topic: ${arn}`, 400, 'Sender', { Topic: arn })
  if (!topics.exists(arn)) throw new AwsError('InvalidSnsTopic', `Could not publish to SNS topic: ${arn}`, 400, 'Sender', { Topic: arn })
}

function checkBucket(action: NonNullable<ReceiptAction['S3Action']>, { objects }: Targets): void {
  const bucket = action.BucketName ?? ''
  if (bucket === '') throw new AwsError('InvalidParameterValue', 'Bucket name must not be empty')
  if (action.IamRoleArn !== undefined && !roleArn.test(action.IamRoleArn))
    throw new AwsError('InvalidParameterValue', 'Could not assume the provided IAM role')
  const s3Error = (message: string) => new AwsError('InvalidS3Configuration', message, 400, 'Sender', { Bucket: bucket })
  if (!objects.bucketExists(bucket)) throw s3Error(`No such bucket: ${bucket}`)
  // The account has no keys: taking one here would leave mail unencrypted that the rule says is encrypted.
  if (action.KmsKeyArn !== undefined) throw s3Error(`Unable to use AWS KMS key: ${action.KmsKeyArn}`)
}

function checkFunction(arn: string): void {
  if (arn === '') throw new AwsError('InvalidParameterValue', 'Lambda function ARN must not be empty')
  const detail = { FunctionArn: arn }
  if (!functionArn.test(arn)) throw new AwsError('InvalidLambdaFunction', `Invalid Lambda function: ${arn}`, 400, 'Sender', detail)
  throw new AwsError('InvalidLambdaFunction', `Could not invoke Lambda function: ${arn}`, 400, 'Sender', detail)
}

const SETUP = 'AMAZON_SES_SETUP_NOTIFICATION'

/** Proves that buckets and topics take what SES sends: the set-up object, and the set-up notification where the S3 action has a topic. */
export async function announce(rule: ReceiptRule, targets: Targets): Promise<void> {
  for (const { S3Action: s3 } of rule.Actions ?? []) {
    if (!s3) continue
    const bucket = s3.BucketName ?? ''
    const key = objectKey(s3.ObjectKeyPrefix, SETUP)
    const at = targets.now()
    const mail = setupMail(at)
    try {
      await targets.objects.put(bucket, key, Buffer.from(mail))
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      throw new AwsError('InvalidS3Configuration', `Could not write to bucket: ${bucket}`, 400, 'Sender', { Bucket: bucket })
    }
    if (s3.TopicArn === undefined) continue
    const message = JSON.stringify(setupNotification(s3, key, at))
    await targets.topics.publish({ topicArn: s3.TopicArn, subject: 'Amazon SES Email Receipt Subscription Notification', message })
  }
}

const setupMail = (at: Date): string =>
  [
    'Received: from amazonses.com by inbound-smtp.amazonaws.com',
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    'From: no-reply-aws@amazon.com',
    'Subject: Amazon SES Setup Notification',
    `Message-ID: <${SETUP}>`,
    '',
    'Amazon SES can write to this bucket: mail that the receipt rule matches will be stored here.',
    '',
  ].join('\r\n')

function setupNotification(s3: NonNullable<ReceiptAction['S3Action']>, key: string, at: Date) {
  const timestamp = at.toISOString()
  const pass = { status: 'PASS' }
  const prefix = s3.ObjectKeyPrefix === undefined ? {} : { objectKeyPrefix: s3.ObjectKeyPrefix }
  return {
    notificationType: 'Received',
    mail: {
      timestamp,
      source: 'no-reply-aws@amazon.com',
      messageId: SETUP,
      destination: [],
      headersTruncated: false,
      headers: [],
      commonHeaders: { from: ['no-reply-aws@amazon.com'], subject: 'Amazon SES Setup Notification' },
    },
    receipt: {
      timestamp,
      processingTimeMillis: 0,
      recipients: [],
      spamVerdict: pass,
      virusVerdict: pass,
      spfVerdict: pass,
      dkimVerdict: pass,
      dmarcVerdict: pass,
      action: { type: 'S3', topicArn: s3.TopicArn, bucketName: s3.BucketName, ...prefix, objectKey: key },
    },
  }
}
