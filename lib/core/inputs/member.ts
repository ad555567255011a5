import { z } from 'zod'
import { roles } from '@/lib/core/access/matrix'
import { AccountEmail, LinkToken, SignUp } from './account'
import { timeCursor } from './operator'
import { pageLimit } from './page'

const role = z.enum(roles, `must be one of ${roles.join(', ')}`)

export const Invite = z.strictObject({
  email: AccountEmail,
  role,
  locale: z.enum(['en', 'ja']).default('en').describe('The language of the mail, where the address has no account that tells its own.'),
})
export type Invite = z.input<typeof Invite>

export const InvitationId = z.strictObject({ id: z.uuid('must be the id of an invitation') })

/** By the link of the mail. */
export const InvitationToken = z.strictObject({ token: LinkToken })

/** By the link of the mail, or out of the list of those that wait for the own address. */
export const OwnInvitation = z.union([InvitationToken, InvitationId])

/** Who has no account yet makes it with the invitation; the address is the invitation's. */
export const Join = InvitationToken.extend(SignUp.pick({ name: true, password: true, locale: true }).shape)

export const MemberId = z.strictObject({ userId: z.uuid("must be a member's userId") })
export const MemberRole = z.strictObject({ role })
export const ChangeRole = MemberRole.extend(MemberId.shape)
export const MemberPage = z.strictObject({ limit: pageLimit, cursor: timeCursor.optional() })

/** `confirm` is the tenant's name, typed. */
export const Transfer = MemberId.extend({ confirm: z.string().trim().max(200) })
