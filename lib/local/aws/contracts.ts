import type { IncomingHttpHeaders } from 'node:http'
import type { ReceiptFilter, ReceiptRule } from '@aws-sdk/client-ses'
import type { Store } from './store'

/** The only account of the local AWS. */
export const ACCOUNT = '000000000000'

/** One HTTP request to the endpoint, body read whole. */
export interface AwsRequest {
  method: string
  /** Path as sent, percent-encoded, without the query. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
  /** From the credential scope of the signature; the default region where a request carries none. */
  region: string
}

export interface AwsResponse {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/** One AWS service behind the port, chosen by the credential scope's service name (`ses`, `s3`, `sns`, `sqs`, `sts`). */
export type Service = (request: AwsRequest) => Promise<AwsResponse>

/** What every part of the local AWS shares. */
export interface Cloud {
  store: Store
  region: string
  /** `http://127.0.0.1:<port>`, for URLs that the local AWS hands out. */
  endpoint: () => string
  now: () => Date
  objects: Objects
  topics: Topics
  ses: SesState
  dns: Dns
}

export interface Objects {
  bucketExists(bucket: string): boolean
  /** Durable when it resolves. Throws AwsError NoSuchBucket. */
  put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void>
  get(bucket: string, key: string): Promise<Buffer | undefined>
}

export interface Topics {
  exists(topicArn: string): boolean
  /**
   * Stores the message for each subscription before it resolves (delivery is retried afterwards); gives the SNS MessageId.
   * Throws AwsError NotFound.
   */
  publish(input: { topicArn: string; subject?: string; message: string }): Promise<string>
}

export interface SesState {
  /** The active receipt rule set, rules in order; undefined where receiving is off. */
  activeRuleSet(): { name: string; rules: ReceiptRule[] } | undefined
  filters(): ReceiptFilter[]
  /** Whether the address's own identity, or its domain (or a parent domain), is verified. */
  isVerified(addressOrDomain: string): boolean
  /** Takes a mail for sending as SendRawEmail does: stored in the sent mail, events published, passed on to the relay. */
  send(input: {
    source: string
    destinations: string[]
    raw: Buffer
    tags?: { Name: string; Value: string }[]
    configurationSet?: string
  }): Promise<string>
  /** Notes a mail that was received, so that SendBounce can answer its reverse-path (`source`, empty for the null one) within a day. */
  received?(mail: { messageId: string; source: string; at: Date }): Promise<void>
}

export interface Dns {
  /**
   * As `dns/promises`: TXT gives string[][], MX {exchange, priority}[]; throws with code ENOTFOUND or ENODATA.
   * The local zone alone, never the internet.
   */
  resolve(name: string, type: string): Promise<unknown>
  /** Sets a record set; an empty `values` deletes it. Zone-file form, TXT unquoted. */
  set(name: string, type: string, values: string[]): Promise<void>
  list(): { name: string; type: string; values: string[] }[]
  port(): number
}
