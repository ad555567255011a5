import http from 'node:http'
import https from 'node:https'
import type { Delivery } from './outbox'

/** Posts deliveries over kept-alive connections. It follows no redirect. */
export class HttpPoster {
  private readonly plain: http.Agent
  private readonly secure: https.Agent
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
    for (const request of this.open) request.destroy()
    this.plain.destroy()
    this.secure.destroy()
  }

  post(delivery: Delivery, contentType: string): Promise<'delivered' | 'again' | 'refused'> {
    return new Promise((resolve) => {
      const url = new URL(delivery.endpoint)
      const secure = url.protocol === 'https:'
      const options = { method: 'POST', headers: headersOf(delivery, contentType, url), agent: secure ? this.secure : this.plain }
      // An address with credentials is answered with them (HTTP Basic), as SNS does.
      if (url.username !== '') Object.assign(options, { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` })
      const request = (secure ? https : http).request(url, options)
      this.open.add(request)
      const timer = setTimeout(() => request.destroy(new Error('time-out')), this.timeoutMs)
      const settle = (outcome: 'delivered' | 'again' | 'refused'): void => {
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
      request.on('error', () => settle('again'))
      request.end(delivery.body)
    })
  }
}

/** 5xx and 429 are tried again; any other answer but 2xx is final ("Amazon SNS message delivery retries"). */
export function verdict(status: number): 'delivered' | 'again' | 'refused' {
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
