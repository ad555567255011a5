import { readSendRate } from '@/lib/aws/ses/send'
import { readAccount } from '@/lib/aws/setup/account'
import { ensureConfigurationSet } from '@/lib/aws/setup/configuration-set'
import { ensureDeadLetters } from '@/lib/aws/setup/dead-letters'
import { ensureSubscription } from '@/lib/aws/setup/subscription'
import { ensureTopic } from '@/lib/aws/setup/topic'
import { config } from '@/lib/config'
import { Sending } from '@/lib/core/sending'
import { senderOf } from '@/lib/core/setting/sender'
import { inPlatform } from '@/lib/db/tenant'
import { installationId } from '@/lib/services/sync/desired'

/**
 * Makes what sending needs: the topic for events, subscribed by the door, and the configuration set that tells it of each mail. As owner or
 * worker. Doing it twice is the same as once; `doubtSeconds` that were set stay. Gives a sentence for each thing done. Throws Fault.
 */
export async function setUpSending({ webhookUrl = `${config().url}/api/webhooks/sns` }: { webhookUrl?: string } = {}): Promise<string[]> {
  const { aws, domain } = config()
  const name = `postroom-${await inPlatform(installationId)}`
  const account = await readAccount(aws.region)
  const topicArn = await ensureTopic(`${name}-events`, account, `configuration-set/${name}`)
  const deadLetterArn = await ensureDeadLetters(`${name}-events-dead-letters`, topicArn)
  const perSecond = await readSendRate()
  const sender = await inPlatform(async (tx) => {
    await tx.topic.createMany({ data: [{ arn: topicArn, purpose: 'events' }], skipDuplicates: true })
    const before = Sending.partial().safeParse((await tx.platformSetting.findUnique({ where: { key: 'sending' } }))?.value).data
    const value = Sending.parse({ ...before, configurationSet: name, topicArn, perSecond })
    await tx.platformSetting.upsert({ where: { key: 'sending' }, create: { key: 'sending', value }, update: { value } })
    return senderOf((await tx.platformSetting.findUnique({ where: { key: 'sender' } }))?.value)
  })
  await ensureSubscription({ topicArn, webhookUrl, deadLetterArn })
  await ensureConfigurationSet(name, topicArn)
  return [
    `The configuration set ${name} tells ${topicArn} of each mail that is sent, up to ${perSecond} a second.`,
    `Postroom's own mail comes from ${sender.localPart}@${domain}: SES sends it once ${domain} is verified and the account is out of the sandbox.`,
  ]
}
