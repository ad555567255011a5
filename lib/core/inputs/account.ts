import { z } from 'zod'
import { isWeak } from '@/lib/core/account/weak-password'
import { lineOf } from './line'

/** An account's address: lower-cased, so that one person has one account. RFC 5321 §4.5.3.1.3 allows 254 octets between the brackets. */
export const AccountEmail = z.string().trim().toLowerCase().pipe(z.email('must be an email address').max(254, 'must have at most 254 characters'))

// NIST SP 800-63B §5.1.1.2: length alone counts, no composition rules. The upper bound keeps hashing cheap to refuse.
export const NewPassword = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(256, 'must have at most 256 characters')
  .refine((password) => password.length > 256 || !isWeak(password), 'must be more than common words, a row of keys or a repetition')

export const LogIn = z.strictObject({ email: AccountEmail, password: z.string().min(1, 'must not be empty').max(256, 'must have at most 256 characters') })
export type LogIn = z.infer<typeof LogIn>

const PersonName = lineOf(100)

export const NewUser = z.strictObject({
  email: AccountEmail,
  name: PersonName,
  password: NewPassword,
  isOperator: z.boolean().default(false),
  locale: z.string().max(20).default('en'),
})
export type NewUser = z.input<typeof NewUser>

/** What a newcomer fills in. The address is proved by a mail before there is an account. */
export const SignUp = NewUser.pick({ email: true, name: true, password: true, locale: true })
export type SignUp = z.input<typeof SignUp>

export const ResendConfirmation = z.strictObject({ email: AccountEmail })

/** The token of a link: 32 random bytes in base64url. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/, 'must be the token of a link')
export const ConfirmSignUp = z.strictObject({ token: LinkToken })

export const RequestReset = z.strictObject({ email: AccountEmail })
export const ResetPassword = z.strictObject({ token: LinkToken, password: NewPassword })

const Present = z.string().min(1, 'must not be empty').max(256, 'must have at most 256 characters')
export const ChangePassword = z.strictObject({ current: Present, password: NewPassword })
export const ProvePassword = z.strictObject({ password: Present })
export const Profile = z.strictObject({ name: PersonName, locale: z.enum(['en', 'ja'], 'must be a language of the console') })
export const RequestAddress = z.strictObject({ email: AccountEmail })
export const ConfirmAddress = z.strictObject({ token: LinkToken })
export const SessionId = z.strictObject({ id: z.uuid('must be an id') })
/** The address again, typed, so that nobody deletes by a slip. */
export const DeleteAccount = z.strictObject({ confirm: z.string().trim().toLowerCase() })

/** Six digits of an app, or a recovery code; spaces and hyphens don't count. */
export const SecondCode = z.strictObject({ code: z.string().max(60, 'is too long').transform((code) => code.replace(/[\s-]/g, '').toLowerCase()).pipe(z.string().min(6, 'is too short')) })
export const TotpCode = z.strictObject({ code: z.string().max(20, 'is too long').transform((code) => code.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/, 'must be six digits')) })

export const PasskeyName = lineOf(60)
const base64url = z.string().max(20_000).regex(/^[\w-]*$/)
/** What the browser answers (WebAuthn Level 3 §5.1, as JSON); the library looks at the insides. */
export const PasskeyAnswer = z.object({
  id: base64url.max(1500),
  rawId: base64url.max(1500),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(50).optional(),
  clientExtensionResults: z.record(z.string().max(50), z.unknown()).default({}),
  response: z.object({ clientDataJSON: base64url }).catchall(z.union([base64url, z.number(), z.array(z.string().max(50)).max(10), z.null()]).optional()),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>
export const NewPasskey = z.strictObject({ name: PasskeyName, answer: PasskeyAnswer })
export const PasskeyId = z.strictObject({ id: z.uuid('must be an id') })
export const UnlinkIdentity = z.strictObject({ issuer: z.url().max(500) })
export const ProviderId = z.strictObject({ provider: z.enum(['oidc', 'google', 'github']) })
