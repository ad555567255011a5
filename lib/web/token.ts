import { decode, type JWT, type JWTDecodeParams } from 'next-auth/jwt'
import { config } from '@/lib/config'

/** What seals a cookie of this use now. Each use has a key of its own: no cookie is ever taken for another. */
export const tokenSecret = (use: string): string => config().deriveKey(use).toString('base64url')

/** What a cookie says, sealed with the key or with one from before a rotation. Null: somebody's invention, run out, or older than all keys. */
export async function openToken(use: string, params: Omit<JWTDecodeParams, 'secret'>): Promise<JWT | null> {
  for (const key of config().deriveKeys(use)) {
    const token = await decode({ ...params, secret: key.toString('base64url') }).catch(() => null)
    if (token) return token
  }
  return null
}
