import { findKey, type KeyHolder } from '@/lib/services/api-key/find'
import { clientIp } from './client-ip'

/** Whose key the request carries (RFC 6750 §2.1; the scheme's name is case-insensitive), or null for none or a wrong one. */
export async function authenticate(request: Request): Promise<KeyHolder | null> {
  const key = /^Bearer +([^\s]+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  return key ? findKey(key, clientIp(request.headers)) : null
}
