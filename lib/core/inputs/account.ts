import { z } from 'zod'

/** An account's address: lower-cased, so that one person has one account. RFC 5321 §4.5.3.1.3 allows 254 octets between the brackets. */
export const AccountEmail = z.string().trim().toLowerCase().pipe(z.email('must be an email address').max(254, 'must have at most 254 characters'))

// NIST SP 800-63B §5.1.1.2: length alone counts, no composition rules. The upper bound keeps hashing cheap to refuse.
const NewPassword = z.string().min(12, 'must have at least 12 characters').max(256, 'must have at most 256 characters')

export const LogIn = z.strictObject({ email: AccountEmail, password: z.string().min(1, 'must not be empty').max(256, 'must have at most 256 characters') })
export type LogIn = z.infer<typeof LogIn>

export const NewUser = z.strictObject({
  email: AccountEmail,
  name: z.string().trim().min(1, 'needs a name').max(100, 'must have at most 100 characters'),
  password: NewPassword,
  isOperator: z.boolean().default(false),
  locale: z.string().max(20).default('en'),
})
export type NewUser = z.input<typeof NewUser>

/** What a newcomer fills in. The address is proved by a mail before there is an account. */
export const SignUp = NewUser.pick({ email: true, name: true, password: true, locale: true })
export type SignUp = z.input<typeof SignUp>

export const ResendConfirmation = z.strictObject({ email: AccountEmail })

/** The token of a confirmation link: 32 random bytes in base64url. */
export const ConfirmSignUp = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/, 'must be the token of a link') })
