import type { SigningCertificate } from './certificate'
import type { Delivery, Outbox } from './outbox'
import type { SnsState } from './state'

/** What the actions need to make envelopes and send them on their way. */
export class Sender {
  constructor(
    readonly state: SnsState,
    readonly outbox: Outbox,
    readonly certificate: () => Promise<SigningCertificate>,
    private readonly endpoint: () => string,
  ) {}

  /** AWS's own host: receivers check it, and fetch the path from where they are told to. */
  certificateUrl({ path }: SigningCertificate): string {
    return `https://sns.${this.state.region}.amazonaws.com${path}`
  }

  confirmUrl(topicArn: string, token: string): string {
    return `${this.endpoint()}/?Action=ConfirmSubscription&TopicArn=${encodeURIComponent(topicArn)}&Token=${token}`
  }

  unsubscribeUrl(subscriptionArn: string): string {
    return `${this.endpoint()}/?Action=Unsubscribe&SubscriptionArn=${encodeURIComponent(subscriptionArn)}`
  }

  /** Stores deliveries together with other changes; they begin when the transaction is durable. */
  async enqueue(deliveries: Delivery[], also: () => void = () => {}): Promise<void> {
    let begin = (): void => {}
    await this.state.store.transaction(() => {
      also()
      begin = this.outbox.store(deliveries)
    })
    begin()
  }
}
