import { randomBytes } from 'node:crypto'
import { config } from '@/lib/config'
import { seal, unseal } from '@/lib/core/account/seal'
import { sealedUses } from '@/lib/core/sealing/uses'

const key = () => config().deriveKey(sealedUses.webhookSecret)

/** A new signing secret in the form of the Standard Webhooks specification, and as it is stored for this endpoint. Shown once. */
export function newSecret(endpointId: string): { secret: string; sealed: Buffer } {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  return { secret, sealed: seal(key(), randomBytes(12), endpointId, secret) }
}

/** Undefined where it was sealed with a key that is in neither POSTROOM_KEY nor POSTROOM_KEY_OLD. */
export const openSecret = (endpointId: string, sealed: Uint8Array): string | undefined => unseal(config().deriveKeys(sealedUses.webhookSecret), endpointId, Buffer.from(sealed))
