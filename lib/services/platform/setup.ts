import { ensureBucket } from '@/lib/aws/setup/bucket'
import { readAccount } from '@/lib/aws/setup/account'
import { ensureDeadLetters } from '@/lib/aws/setup/dead-letters'
import { ensureSubscription } from '@/lib/aws/setup/subscription'
import { ensureTopic } from '@/lib/aws/setup/topic'
import { checkReachable, checkRegion } from '@/lib/aws/setup/preconditions'
import { ensureDomainIdentity, ensureVerificationToken } from '@/lib/aws/ses/identity'
import { config } from '@/lib/config'
import { platformRecords, type NeededRecord } from '@/lib/core/domain/records'
import type { Receiving } from '@/lib/core/receiving'
import type { Prisma } from '@/lib/db/generated/client'
import { inPlatform } from '@/lib/db/tenant'
import { installationId } from '@/lib/services/sync/desired'
import { requestSync } from '@/lib/services/sync/request-sync'

export interface SetUp {
  receiving: Receiving
  /** Whether SNS knows already that the door wants its envelopes. */
  subscription: 'confirmed' | 'pending'
  /** What has to stand in the platform domain's zone; empty where there is no platform domain. */
  records: NeededRecord[]
  /** What is done, a sentence each. */
  done: string[]
}

export interface SetUpInput {
  /** The door as SNS reaches it; default `<POSTROOM_URL>/api/webhooks/sns`. */
  webhookUrl?: string
  /** How fast a sync may call SES; default: what is set, else AWS's one a second. */
  callsPerSecond?: number
}

/**
 * Makes what receiving needs on the AWS side, and notes it in the database, as owner or worker. Doing it twice is the same as once.
 * The topic is registered before it is subscribed: the door refuses envelopes of a topic that it does not know. Throws Fault.
 */
export async function setUpReceiving({ webhookUrl = `${config().url}/api/webhooks/sns`, callsPerSecond }: SetUpInput = {}): Promise<SetUp> {
  const { aws, domain } = config()
  const done: string[] = []
  checkRegion(aws.region)
  if (aws.live) checkReachable(webhookUrl)
  const installation = await inPlatform(installationId)
  const account = await readAccount(aws.region)
  const bucket = `postroom-${installation}-${account.id}-${aws.region}`
  await ensureBucket(bucket, account)
  done.push(`The bucket ${bucket} is there: encrypted, not public, SES may write into it.`)
  const topicArn = await ensureTopic(`postroom-${installation}-inbound`, account)
  done.push(`The topic ${topicArn} is there: signed with SHA-256, SES may publish to it.`)
  const deadLetterArn = await ensureDeadLetters(`postroom-${installation}-inbound-dead-letters`, topicArn)
  done.push(`The queue ${deadLetterArn} keeps what could not be delivered, for 14 days.`)

  const receiving: Receiving = { bucket, topicArn, prefix: 'inbox' }
  await inPlatform(async (tx) => {
    await tx.topic.createMany({ data: [{ arn: topicArn, purpose: 'inbound' }], skipDuplicates: true })
    const put = (key: string, value: Prisma.InputJsonValue) => tx.platformSetting.upsert({ where: { key }, create: { key, value }, update: { value } })
    await put('receiving', { ...receiving })
    if (callsPerSecond !== undefined) await put('sync', { callsPerSecond })
  })
  const subscription = await ensureSubscription({ topicArn, webhookUrl, deadLetterArn })
  done.push(
    subscription === 'confirmed'
      ? `${webhookUrl} is subscribed to the topic.`
      : `${webhookUrl} is being subscribed to the topic: SNS asks it to confirm, and a running Postroom does so by itself.`,
  )

  const records = await setUpPlatformDomain(domain, aws)
  if (records.length > 0) done.push(`SES knows ${domain}: it is verified once the records below stand in its zone.`)
  else done.push('POSTROOM_DOMAIN is not set: tenants receive by their own domains alone.')
  await inPlatform(async (tx) => {
    if (records.length > 0) {
      const value = { name: domain }
      await tx.platformSetting.upsert({ where: { key: 'platformDomain' }, create: { key: 'platformDomain', value }, update: { value } })
    }
    await requestSync(tx, 'receivingSetUp')
  })
  return { receiving, subscription, records, done }
}

async function setUpPlatformDomain(domain: string, { live, region }: { live: boolean; region: string }): Promise<NeededRecord[]> {
  // RFC 6761 §6.2: no zone on the internet can be below `.test`.
  if (live && domain.endsWith('.test')) return []
  const token = await ensureVerificationToken(domain)
  return platformRecords(domain, token, await ensureDomainIdentity(domain), region)
}
