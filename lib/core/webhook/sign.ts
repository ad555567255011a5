import { Webhook } from 'standardwebhooks'

/** The three fields of a signed request, by the Standard Webhooks specification. During a rotation every valid secret signs. */
export function signedHeaders(secrets: readonly string[], { id, at, body }: { id: string; at: Date; body: string }): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
