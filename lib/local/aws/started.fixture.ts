import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { SESClient } from '@aws-sdk/client-ses'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { vi } from 'vitest'
import { startLocalAws, type LocalAws, type LocalAwsOptions } from './server'

// Hundreds of calls one after another take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A local AWS on free ports with a home of its own, and the SDK's clients for it. For tests. */
export class Started {
  /** Added to the clock. */
  aheadMs = 0
  private constructor(
    readonly home: string,
    private readonly options: Partial<LocalAwsOptions>,
    public aws: LocalAws,
  ) {}

  static async open(options: Partial<LocalAwsOptions> = {}): Promise<Started> {
    const home = await mkdtemp(path.join(tmpdir(), 'local-aws-'))
    const clock = { aheadMs: 0 }
    const all = { now: () => new Date(Date.now() + clock.aheadMs), ...options }
    const started = new Started(home, all, await startLocalAws({ port: 0, home, region: 'us-east-1', ...all }))
    Object.defineProperty(started, 'aheadMs', { get: () => clock.aheadMs, set: (ms: number) => (clock.aheadMs = ms) })
    return started
  }

  get clientOptions() {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    return { endpoint: this.aws.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 }
  }
  ses = (): SESClient => new SESClient(this.clientOptions)
  sns = (): SNSClient => new SNSClient(this.clientOptions)
  sqs = (): SQSClient => new SQSClient(this.clientOptions)
  s3 = (): S3Client => new S3Client({ ...this.clientOptions, forcePathStyle: true })

  /** Stops it and starts it again on the same home. */
  async restart(): Promise<void> {
    await this.aws.close()
    this.aws = await startLocalAws({ port: 0, home: this.home, region: 'us-east-1', ...this.options })
  }

  setDns(name: string, type: string, values: string[]): Promise<Response> {
    return fetch(`${this.aws.endpoint}/_local/dns`, { method: 'PUT', body: JSON.stringify({ name, type, values }) })
  }

  async close(): Promise<void> {
    await this.aws.close()
    await rm(this.home, { recursive: true, force: true })
  }
}

/** What a call fails with, as `Name: message`; fails itself where the call does not. */
export async function failure(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
  throw new Error('The call did not fail.')
}
