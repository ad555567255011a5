import { generate } from 'selfsigned'
import type { Cloud } from '@/lib/local/aws/contracts'

export interface Certificate {
  key: string
  cert: string
  /** Milliseconds since the epoch. */
  expires: number
}

const YEAR = 365 * 24 * 3600 * 1000

/** The self-signed certificate of the local MX for a host name, made once and kept; made anew in its last month. */
export async function certificateFor(cloud: Pick<Cloud, 'store' | 'now'>, name: string): Promise<Certificate> {
  const table = cloud.store.table<Certificate>('mx-certificate')
  const now = cloud.now().getTime()
  const kept = table.get(name)
  if (kept && kept.expires - now > YEAR / 12) return kept
  const expires = now + 10 * YEAR
  const made = await generate([{ name: 'commonName', value: name }], {
    // RSA: with an elliptic curve the library fails where two versions of its ASN.1 package are installed.
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 24 * 3600 * 1000),
    notAfterDate: new Date(expires),
  })
  const certificate = { key: made.private, cert: made.cert, expires }
  await table.put(name, certificate)
  return certificate
}
