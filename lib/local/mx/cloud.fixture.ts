import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ReceiptFilter, ReceiptRule } from '@aws-sdk/client-ses'
import type { Cloud } from '@/lib/local/aws/contracts'
import { Store } from '@/lib/local/aws/store'

interface Published {
  topicArn: string
  subject?: string
  message: string
}

/** A cloud for tests: a real store on disk, and buckets, topics, rules and zone that the test can read and set. */
export interface TestCloud extends Cloud {
  written: Map<string, Buffer>
  published: Published[]
  /** What happened, in order: `put <bucket>/<key>`, `received <id> from <source>`, `publish <topic>`. */
  calls: string[]
  rules: ReceiptRule[] | undefined
  receiptFilters: ReceiptFilter[]
  verified: Set<string>
  zone: Map<string, unknown>
  fail: { put?: Error; publish?: Error; dns?: Error }
  /** Back to the first state, but for the store. */
  reset(): void
  discard(): Promise<void>
}

export const TOPIC = 'arn:aws:sns:us-east-1:000000000000:in'

/** An enabled, scanning rule; without actions given it stores to `mail/inbox` and notifies. */
export const rule = (more: Partial<ReceiptRule> = {}): ReceiptRule => ({
  Name: 'r',
  Enabled: true,
  ScanEnabled: true,
  Recipients: ['shop.test'],
  Actions: [{ S3Action: { BucketName: 'mail', ObjectKeyPrefix: 'inbox', TopicArn: TOPIC } }],
  ...more,
})

const notUsed = () => Promise.reject(new Error('The local MX does not use this.'))

export function testCloud(): TestCloud {
  const dir = mkdtempSync(path.join(tmpdir(), 'mx-'))
  const store = Store.open(dir)
  const cloud: TestCloud = {
    store,
    region: 'us-east-1',
    endpoint: () => 'http://127.0.0.1:0',
    now: () => new Date('2026-03-04T05:06:07.089Z'),
    written: new Map(),
    published: [],
    calls: [],
    rules: [rule()],
    receiptFilters: [],
    verified: new Set(['shop.test']),
    zone: new Map(),
    fail: {},
    objects: {
      bucketExists: (bucket) => bucket === 'mail',
      async put(bucket, key, body) {
        if (cloud.fail.put) throw cloud.fail.put
        cloud.calls.push(`put ${bucket}/${key}`)
        cloud.written.set(`${bucket}/${key}`, Buffer.from(body))
      },
      get: (bucket, key) => Promise.resolve(cloud.written.get(`${bucket}/${key}`)),
    },
    topics: {
      exists: () => true,
      async publish(input) {
        if (cloud.fail.publish) throw cloud.fail.publish
        cloud.calls.push(`publish ${input.topicArn}`)
        cloud.published.push(input)
        return `sns-${cloud.published.length}`
      },
    },
    ses: {
      activeRuleSet: () => cloud.rules && { name: 'active', rules: cloud.rules },
      filters: () => cloud.receiptFilters,
      isVerified: (name) => cloud.verified.has(name.toLowerCase()),
      send: notUsed,
      async received({ messageId, source }) {
        cloud.calls.push(`received ${messageId} from ${source}`)
      },
    },
    dns: {
      async resolve(name, type) {
        if (cloud.fail.dns) throw cloud.fail.dns
        const found = cloud.zone.get(`${type} ${name.toLowerCase()}`)
        if (found === undefined) throw Object.assign(new Error(`query${type} ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
        return found
      },
      set: notUsed,
      list: () => [],
      port: () => 0,
    },
    reset() {
      cloud.written.clear()
      cloud.zone.clear()
      cloud.published.length = 0
      cloud.calls.length = 0
      cloud.rules = [rule()]
      cloud.receiptFilters = []
      cloud.verified = new Set(['shop.test'])
      cloud.fail = {}
    },
    async discard() {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  return cloud
}
