import { z } from 'zod'
import { AccountEmail } from '@/lib/core/inputs/account'

/** Whom a provider says that somebody is. `verified`: the provider vouches for the address. */
export const Identity = z.object({
  /** The provider's URL: two providers may use the same subject. */
  issuer: z.url(),
  subject: z.string().min(1).max(255),
  email: AccountEmail.optional().catch(undefined),
  verified: z.literal(true).optional().catch(undefined),
  name: z.string().max(400).catch(''),
  /** The provider's own name, for people. */
  provider: z.string().min(1).max(40),
})
export type Identity = z.infer<typeof Identity>

/** A name that our own rules allow, from a provider's; the address where there is none. */
export const nameOf = ({ name, email }: { name: string; email: string }): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim().slice(0, 100) || email.slice(0, 100)
