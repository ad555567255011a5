import { z } from 'zod'
import { invalidParameter } from './errors'

/**
 * Delivery policies of HTTP(S) subscriptions ("Amazon SNS message delivery retries"): four phases (at once, minimum delay,
 * back-off, maximum delay), at most 100 retries and 3,600 s in all. AWS publishes the back-off functions as a chart; the formulas
 * here are ours, and each rises from minDelayTarget to maxDelayTarget.
 */
export const longestRetryTime = 3600

const seconds = z.number().int().min(1).max(longestRetryTime)
const count = z.number().int().min(0).max(100)
const functions = ['linear', 'arithmetic', 'geometric', 'exponential'] as const

const retrySchema = z.object({
  minDelayTarget: seconds.default(20),
  maxDelayTarget: seconds.default(20),
  numRetries: count.default(3),
  numMaxDelayRetries: count.default(0),
  numNoDelayRetries: count.default(0),
  numMinDelayRetries: count.default(0),
  backoffFunction: z.enum(functions).default('linear'),
})
export type RetryPolicy = z.infer<typeof retrySchema>

export const defaultRetries: RetryPolicy = retrySchema.parse({})

const throttleSchema = z.object({ maxReceivesPerSecond: z.number().int().min(1).optional() })
const requestSchema = z.object({ headerContentType: z.string().max(200).optional() })

const subscriptionSchema = z.object({
  healthyRetryPolicy: retrySchema.nullish(),
  sicklyRetryPolicy: z.null().optional(),
  throttlePolicy: throttleSchema.nullish(),
  requestPolicy: requestSchema.nullish(),
  guaranteed: z.boolean().optional(),
})
const topicSchema = z.object({
  http: z.object({
    defaultHealthyRetryPolicy: retrySchema.nullish(),
    disableSubscriptionOverrides: z.boolean().default(false),
    defaultThrottlePolicy: throttleSchema.nullish(),
    defaultRequestPolicy: requestSchema.nullish(),
  }),
})

export interface EffectivePolicy {
  retries: RetryPolicy
  maxReceivesPerSecond?: number
  contentType: string
}

/** The policy in force: the subscription's, unless the topic forbids it; then the topic's; then AWS's default. Throws InvalidParameter. */
export function effectivePolicy(topicText: string | undefined, subscriptionText: string | undefined): EffectivePolicy {
  const topic = topicText ? parse(topicSchema, topicText).http : undefined
  const own = subscriptionText && !topic?.disableSubscriptionOverrides ? parse(subscriptionSchema, subscriptionText) : undefined
  const retries = own?.healthyRetryPolicy ?? topic?.defaultHealthyRetryPolicy ?? defaultRetries
  const rate = (own?.throttlePolicy ?? topic?.defaultThrottlePolicy)?.maxReceivesPerSecond
  const contentType = (own?.requestPolicy ?? topic?.defaultRequestPolicy)?.headerContentType ?? 'text/plain; charset=UTF-8'
  check(retries)
  return { retries, contentType, ...(rate !== undefined && { maxReceivesPerSecond: rate }) }
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalidParameter('DeliveryPolicy: failed to parse JSON.')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw invalidParameter(`DeliveryPolicy: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

function check(policy: RetryPolicy): void {
  const { numRetries, numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries, minDelayTarget, maxDelayTarget } = policy
  if (minDelayTarget > maxDelayTarget) throw invalidParameter('DeliveryPolicy: minDelayTarget must not exceed maxDelayTarget.')
  if (numNoDelayRetries + numMinDelayRetries + numMaxDelayRetries > numRetries) {
    throw invalidParameter('DeliveryPolicy: the retries of the phases must not exceed numRetries.')
  }
  let total = 0
  for (let retry = 1; retry <= numRetries; retry++) total += delayBefore(retry, policy) ?? 0
  if (total > longestRetryTime) throw invalidParameter(`DeliveryPolicy: the total retry time must not exceed ${longestRetryTime} seconds.`)
}

/** Seconds to wait before a retry (1 is the first); undefined where there are no more. */
export function delayBefore(retry: number, policy: RetryPolicy): number | undefined {
  const { numRetries, numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries, minDelayTarget, maxDelayTarget } = policy
  if (retry > numRetries) return undefined
  if (retry <= numNoDelayRetries) return 0
  if (retry <= numNoDelayRetries + numMinDelayRetries) return minDelayTarget
  if (retry > numRetries - numMaxDelayRetries) return maxDelayTarget
  const steps = numRetries - numNoDelayRetries - numMinDelayRetries - numMaxDelayRetries
  const step = retry - numNoDelayRetries - numMinDelayRetries - 1
  const share = steps > 1 ? step / (steps - 1) : 0
  return rise(policy, share, steps)
}

function rise({ backoffFunction, minDelayTarget: from, maxDelayTarget: to }: RetryPolicy, share: number, steps: number): number {
  switch (backoffFunction) {
    case 'linear':
      return from + (to - from) * share
    case 'arithmetic':
      return from + (to - from) * share * share
    case 'geometric':
      return from * (to / from) ** share
    case 'exponential': {
      const doublings = Math.min(steps - 1, 30)
      return doublings < 1 ? from : from + ((to - from) * (2 ** (doublings * share) - 1)) / (2 ** doublings - 1)
    }
  }
}
