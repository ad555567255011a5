import http from 'node:http'
import https from 'node:https'
import type { Delivery } from './outbox'

/** What an attempt came to: done, to be tried again, or refused for good. */
export type Outcome = 'delivered' | 'again' | 'refused'

/** Posts deliveries over kept-alive connections. It follows no redirect. */
export class HttpPoster {
  private readonly plain: http.Agent
  private readonly secure: https.Agent
  private closed = false
  private readonly open = new Set<http.ClientRequest>()

  /** `timeoutMs` is for the whole of an attempt: AWS waits about 15 s ("Prerequisites for Amazon SNS HTTP/S"). */
  constructor(
    private readonly timeoutMs: number,
    sockets: number,
  ) {
    this.plain = new http.Agent({ keepAlive: true, maxSockets: sockets })
    this.secure = new https.Agent({ keepAlive: true, maxSockets: sockets })
  }

  /** Ends what is under way: it settles as `again`. */
  close(): void {
    this.closed = true
    for (const request of this.open) request.destroy()
    this.plain.destroy()
    this.secure.destroy()
  }

  /** A kept connection that the endpoint closed just then says nothing about the endpoint: a new one is tried at once. */
  async post(delivery: Delivery, contentType: string): Promise<Outcome> {
    const outcome = await this.attempt(delivery, contentType, true)
    if (outcome !== 'stale') return outcome
    const fresh = await this.attempt(delivery, contentType, false)
    return fresh === 'stale' ? 'again' : fresh
  }

  private attempt(delivery: Delivery, contentType: string, keep: boolean): Promise<Outcome | 'stale'> {
    return new Promise((resolve) => {
      const url = new URL(delivery.endpoint)
      const secure = url.protocol === 'https:'
      const agent = keep && (secure ? this.secure : this.plain)
      const options: http.RequestOptions = { method: 'POST', headers: headersOf(delivery, contentType, url), agent }
      // An address with credentials is answered with them (HTTP Basic), as SNS does.
      if (url.username !== '') options.auth = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
      const request = (secure ? https : http).request(url, options)
      let late = false
      this.open.add(request)
      const timer = setTimeout(() => {
        late = true
        request.destroy(new Error('time-out'))
      }, this.timeoutMs)
      const settle = (outcome: Outcome | 'stale'): void => {
        clearTimeout(timer)
        this.open.delete(request)
        resolve(outcome)
      }
      request.on('response', (response) => {
        const status = response.statusCode ?? 0
        response.on('error', () => settle('again'))
        response.on('close', () => settle('again'))
        response.on('end', () => settle(verdict(status)))
        response.resume()
      })
      request.on('error', () => settle(request.reusedSocket && keep && !late && !this.closed ? 'stale' : 'again'))
      request.end(delivery.body)
    })
  }
}

/** 5xx and 429 are tried again; any other answer but 2xx is final ("Amazon SNS message delivery retries"). */
function verdict(status: number): Outcome {
  if (status >= 200 && status < 300) return 'delivered'
  return status >= 500 || status === 429 ? 'again' : 'refused'
}

function headersOf(delivery: Delivery, contentType: string, url: URL): Record<string, string> {
  return {
    host: url.host,
    'x-amz-sns-message-type': delivery.type,
    'x-amz-sns-message-id': delivery.messageId,
    'x-amz-sns-topic-arn': delivery.topicArn,
    ...(delivery.type !== 'SubscriptionConfirmation' && { 'x-amz-sns-subscription-arn': delivery.subscriptionArn }),
    ...(delivery.raw && { 'x-amz-sns-rawdelivery': 'true' }),
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(delivery.body)),
    'user-agent': 'Amazon Simple Notification Service Agent',
    'accept-encoding': 'gzip,deflate',
  }
}
