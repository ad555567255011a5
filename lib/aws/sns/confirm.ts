import { ConfirmSubscriptionCommand, SNSClient } from '@aws-sdk/client-sns'
import { sns } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'
import { config } from '@/lib/config'
import { topicPlace } from '@/lib/core/sns/envelope'

/**
 * Confirms a subscription of a registered topic and gives its ARN; doing it twice gives the same one. SubscribeURL is never
 * fetched: it is the sender's to choose. Only our account can end the subscription afterwards (AuthenticateOnUnsubscribe).
 * Throws Fault: a token is good for two days, then permanent.
 */
export async function confirmSubscription({ topicArn, token }: { topicArn: string; token: string }): Promise<string> {
  const { region } = topicPlace(topicArn)
  try {
    const client = region === config().aws.region ? sns() : new SNSClient({ ...(await settings()), region })
    const confirm = new ConfirmSubscriptionCommand({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' })
    const answer = await client.send(confirm)
    return answer.SubscriptionArn ?? ''
  } catch (error) {
    throw awsFault(`Confirming the subscription to ${topicArn}`, error)
  }
}

// A topic of the sending region is confirmed there, with whatever the region's client goes by.
async function settings() {
  const { endpoint } = config().aws
  return endpoint ? { endpoint, credentials: await sns().config.credentials() } : {}
}
