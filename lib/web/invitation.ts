import { acceptInvitation } from '@/lib/services/invitation/accept'
import { declineByLink, declineInvitation } from '@/lib/services/invitation/decline'
import { joinByInvitation } from '@/lib/services/invitation/join'
import { InvitationId, OwnInvitation } from '@/lib/core/inputs/member'
import { userAction } from './action'
import { openSession } from './session-cookie'
import { answered } from './sign-up'

export { findInvitation, hasAccount, invitationsOf } from '@/lib/services/invitation/find'

export const acceptFromForm = userAction(OwnInvitation, acceptInvitation)
export const declineOwnFromForm = userAction(InvitationId, declineInvitation)

/** With the link alone. */
export const declineFromForm = (input: unknown) => answered((ctx) => declineByLink({ ctx, input }))

/** Makes the account of the invitation, accepts, and logs it in. */
export const joinFromForm = (input: unknown) =>
  answered(async (ctx) => {
    const { userId, slug } = await joinByInvitation({ ctx, input })
    await openSession(userId, 'password')
    return slug
  })
