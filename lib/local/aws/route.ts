import type { IncomingHttpHeaders } from 'node:http'

const serviceNames = ['ses', 's3', 'sns', 'sqs', 'sts'] as const
export type ServiceName = (typeof serviceNames)[number]

export interface Scope {
  /** As the signature names it; not always one that the local AWS has. */
  service: string
  region: string | undefined
}

/**
 * Whom a request is for: the credential scope of a Signature V4 (header or query: `…/20261124/us-east-1/ses/aws4_request`).
 * SES's signing name is `ses`, its endpoint's `email`. Without a signature: SNS's links and certificates, else S3.
 */
export function scopeOf(headers: IncomingHttpHeaders, path: string, query: URLSearchParams): Scope {
  const authorization = headers.authorization ?? ''
  const credential = /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? query.get('X-Amz-Credential') ?? undefined
  if (credential !== undefined) {
    const [region, service = ''] = credential.split('/').slice(-3, -1)
    return { service: service === 'email' ? 'ses' : service, region }
  }
  const isSnsLink = ['ConfirmSubscription', 'Unsubscribe'].includes(query.get('Action') ?? '')
  const isCertificate = /^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/.test(path)
  return { service: isSnsLink || isCertificate ? 'sns' : 's3', region: undefined }
}

export const isServiceName = (name: string): name is ServiceName => serviceNames.some((s) => s === name)
