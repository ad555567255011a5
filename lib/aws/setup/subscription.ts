import { ListSubscriptionsByTopicCommand, SetSubscriptionAttributesCommand, SubscribeCommand, UnsubscribeCommand, type Subscription } from '@aws-sdk/client-sns'
import { sns } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'

// Three retries at once, seven a second apart, then ever slower: 50 within the 3,600 s that SNS allows in all
// (SNS Developer Guide "Message delivery retries"), so that a restart costs seconds and an outage of an hour no mail.
const deliveryPolicy = JSON.stringify({
  healthyRetryPolicy: {
    minDelayTarget: 1,
    maxDelayTarget: 160,
    numRetries: 50,
    numNoDelayRetries: 3,
    numMinDelayRetries: 7,
    numMaxDelayRetries: 0,
    backoffFunction: 'linear',
  },
})

export interface WantedSubscription {
  topicArn: string
  /** `http:` or `https:` */
  webhookUrl: string
  deadLetterArn: string
}

/**
 * Subscribes our door to the topic; SNS then asks it to confirm. An address that the door had before is unsubscribed. Gives whether it is
 * confirmed already. Doing it twice is the same as once (an unconfirmed one is asked again). Throws Fault.
 */
export async function ensureSubscription({ topicArn, webhookUrl, deadLetterArn }: WantedSubscription): Promise<'confirmed' | 'pending'> {
  const { protocol, pathname } = new URL(webhookUrl)
  const attributes = { DeliveryPolicy: deliveryPolicy, RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetterArn }) }
  try {
    const all = await list(topicArn)
    const old = all.filter((s) => isConfirmed(s) && s.Endpoint !== webhookUrl && isDoor(s, pathname))
    const own = all.find((s) => isConfirmed(s) && s.Endpoint === webhookUrl)
    if (own) {
      for (const [AttributeName, AttributeValue] of Object.entries(attributes))
        await sns().send(new SetSubscriptionAttributesCommand({ SubscriptionArn: own.SubscriptionArn, AttributeName, AttributeValue }))
    } else {
      const wanted = { TopicArn: topicArn, Protocol: protocol.replace(':', ''), Endpoint: webhookUrl, Attributes: attributes, ReturnSubscriptionArn: true }
      await sns().send(new SubscribeCommand(wanted))
    }
    for (const s of old) await sns().send(new UnsubscribeCommand({ SubscriptionArn: s.SubscriptionArn }))
    return own ? 'confirmed' : 'pending'
  } catch (error) {
    throw awsFault(`Subscribing ${webhookUrl} to ${topicArn}`, error)
  }
}

// SNS lists what is not confirmed with the words `PendingConfirmation` or `Deleted` in place of an ARN.
const isConfirmed = (s: Subscription): boolean => s.SubscriptionArn?.startsWith('arn:') === true

const isDoor = (s: Subscription, pathname: string): boolean => {
  const endpoint = s.Endpoint ?? ''
  return (s.Protocol === 'http' || s.Protocol === 'https') && URL.canParse(endpoint) && new URL(endpoint).pathname === pathname
}

async function list(topicArn: string): Promise<Subscription[]> {
  const found: Subscription[] = []
  let token: string | undefined
  do {
    const page = await sns().send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken: token }))
    found.push(...(page.Subscriptions ?? []))
    token = page.NextToken
  } while (token)
  return found
}
