import { S3Client } from '@aws-sdk/client-s3'
import { SESClient } from '@aws-sdk/client-ses'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { STSClient } from '@aws-sdk/client-sts'
import { config } from '@/lib/config'

// With POSTROOM_AWS=live the SDK's own credential chain; without it the local endpoint and fixed credentials,
// so that nothing of the machine's ~/.aws is ever touched.
function settings(region: string) {
  const { endpoint } = config().aws
  return endpoint ? { region, endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } : { region }
}

const made = new Map<string, unknown>()
function once<C>(name: string, make: () => C): C {
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as C
}

/** SES in the receiving region. Receipt calls are limited to one a second by AWS: see `lib/aws/ses`. */
export const ses = () => once('ses', () => new SESClient(settings(config().aws.region)))
/** SES in the sending region. One try alone: the SDK's own second try of an unanswered send would be a second mail. */
export const sesSending = () => once('sesSending', () => new SESClient({ ...settings(config().aws.sendingRegion), maxAttempts: 1 }))
export const s3 = () => once('s3', () => new S3Client({ ...settings(config().aws.region), forcePathStyle: config().aws.endpoint !== undefined }))
export const sns = () => once('sns', () => new SNSClient(settings(config().aws.region)))
export const sqs = () => once('sqs', () => new SQSClient(settings(config().aws.region)))
export const sts = () => once('sts', () => new STSClient(settings(config().aws.region)))

/** For tests that change the environment: the next call makes new clients. */
export function forgetClients(): void {
  made.clear()
}
