import { AwsError } from '@/lib/local/aws/protocol'
import { invalid } from './errors'

interface Bounds {
  least: number
  most: number
  usual: number
}

/** Numeric queue attributes, their bounds and defaults (Amazon SQS API Reference, SetQueueAttributes; "Amazon SQS quotas"). */
export const numeric = {
  DelaySeconds: { least: 0, most: 900, usual: 0 },
  MaximumMessageSize: { least: 1024, most: 1_048_576, usual: 1_048_576 },
  MessageRetentionPeriod: { least: 60, most: 1_209_600, usual: 345_600 },
  ReceiveMessageWaitTimeSeconds: { least: 0, most: 20, usual: 0 },
  VisibilityTimeout: { least: 0, most: 43_200, usual: 30 },
  KmsDataKeyReusePeriodSeconds: { least: 60, most: 86_400, usual: 300 },
} as const satisfies Record<string, Bounds>

export type NumericAttribute = keyof typeof numeric

const isNumeric = (name: string): name is NumericAttribute => Object.hasOwn(numeric, name)
const documents = ['Policy', 'RedrivePolicy', 'RedriveAllowPolicy']
const texts = ['KmsMasterKeyId', 'SqsManagedSseEnabled']

export type Attributes = Record<string, string>

/** A number attribute of a queue, or its default. */
export const number = (attributes: Attributes, name: NumericAttribute): number => Number(attributes[name] ?? numeric[name].usual)

/** Refuses what SQS refuses; an empty value resets an attribute to its default. */
export function checkAttributes(given: Attributes): void {
  for (const [name, value] of Object.entries(given)) {
    if (isNumeric(name)) {
      const { least, most } = numeric[name]
      if (!/^\d{1,10}$/.test(value) || Number(value) < least || Number(value) > most) {
        throw new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`)
      }
    } else if (documents.includes(name)) {
      if (value !== '') checkDocument(name, value)
    } else if (name.startsWith('Fifo') || name === 'ContentBasedDeduplication') {
      throw new AwsError('UnsupportedOperation', 'The local SQS has standard queues only.')
    } else if (!texts.includes(name)) {
      throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`)
    }
  }
}

function checkDocument(name: string, value: string): void {
  try {
    if (name === 'RedrivePolicy') readRedrive(value)
    else JSON.parse(value)
  } catch {
    throw new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`)
  }
}

export interface Redrive {
  deadLetterTargetArn: string
  maxReceiveCount: number
}

/** `{"deadLetterTargetArn": "arn:…", "maxReceiveCount": 5}`; the count may be a string, 1 to 1,000. */
export function readRedrive(value: string | undefined): Redrive | undefined {
  if (value === undefined || value === '') return undefined
  const policy: unknown = JSON.parse(value)
  if (typeof policy !== 'object' || policy === null) throw invalid('RedrivePolicy is not an object.')
  const { deadLetterTargetArn, maxReceiveCount } = policy as Record<string, unknown>
  const count = Number(maxReceiveCount)
  if (typeof deadLetterTargetArn !== 'string' || !Number.isInteger(count) || count < 1 || count > 1000) {
    throw invalid('RedrivePolicy needs deadLetterTargetArn and a maxReceiveCount from 1 to 1000.')
  }
  return { deadLetterTargetArn, maxReceiveCount: count }
}
