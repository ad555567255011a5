import { describe, expect, it } from 'vitest'
import { delayBefore, defaultRetries, effectivePolicy, type RetryPolicy } from './policy'

const delays = (policy: RetryPolicy): (number | undefined)[] =>
  Array.from({ length: policy.numRetries + 1 }, (_, i) => delayBefore(i + 1, policy))

describe('retries', () => {
  it('are three, 20 s apart, by default', () => {
    expect(delays(effectivePolicy(undefined, undefined).retries)).toEqual([20, 20, 20, undefined])
  })

  it('pass through the four phases', () => {
    const retries = {
      ...defaultRetries,
      numRetries: 8,
      numNoDelayRetries: 2,
      numMinDelayRetries: 1,
      numMaxDelayRetries: 2,
      minDelayTarget: 10,
      maxDelayTarget: 30,
    }
    expect(delays(retries)).toEqual([0, 0, 10, 10, 20, 30, 30, 30, undefined])
  })

  it('rise from the minimum to the maximum by each function', () => {
    for (const backoffFunction of ['linear', 'arithmetic', 'geometric', 'exponential'] as const) {
      const all = delays({ ...defaultRetries, numRetries: 5, minDelayTarget: 1, maxDelayTarget: 81, backoffFunction })
        .slice(0, 5)
        .map(Number)
      expect(all[0]).toBe(1)
      expect(all[4]).toBeCloseTo(81)
      expect([...all].sort((a, b) => a - b)).toEqual(all)
    }
    expect(
      delays({ ...defaultRetries, numRetries: 5, minDelayTarget: 1, maxDelayTarget: 81, backoffFunction: 'geometric' })[2],
    ).toBeCloseTo(9)
  })
})

describe('the policy in force', () => {
  const own = JSON.stringify({ healthyRetryPolicy: { numRetries: 1 }, requestPolicy: { headerContentType: 'application/json' } })

  it("is the subscription's, then the topic's", () => {
    const topic = (disableSubscriptionOverrides: boolean) =>
      JSON.stringify({ http: { defaultHealthyRetryPolicy: { numRetries: 7 }, disableSubscriptionOverrides } })
    expect(effectivePolicy(topic(false), undefined).retries.numRetries).toBe(7)
    expect(effectivePolicy(topic(false), own)).toMatchObject({ retries: { numRetries: 1 }, contentType: 'application/json' })
    expect(effectivePolicy(topic(true), own).retries.numRetries).toBe(7)
  })

  it('is refused where AWS refuses it', () => {
    const refused = (policy: object) => () => effectivePolicy(undefined, JSON.stringify({ healthyRetryPolicy: policy }))
    expect(refused({ numRetries: 101 })).toThrow(/numRetries/)
    expect(refused({ minDelayTarget: 30, maxDelayTarget: 20 })).toThrow(/minDelayTarget/)
    expect(refused({ numRetries: 1, numNoDelayRetries: 2 })).toThrow(/phases/)
    expect(refused({ numRetries: 100, minDelayTarget: 60, maxDelayTarget: 60 })).toThrow(/3600/)
    expect(() => effectivePolicy(undefined, '{')).toThrow(/JSON/)
  })
})
