import { Invite, MemberPage } from '@/lib/core/inputs/member'
import { invite } from '@/lib/services/invitation/invite'
import { listInvitations } from '@/lib/services/invitation/list'
import { Invitation, InvitationPage } from '@/lib/web/answers/member'
import { givenQuery } from '@/lib/web/given-query'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/members/invitations', {
  GET: operation({
    auth: 'tenant',
    permission: 'member.read',
    tag: 'members',
    summary: 'Invitations that nobody has taken yet, newest first; those that ran out or were declined too.',
    query: MemberPage,
    response: InvitationPage,
    handler: ({ ctx, request }) => listInvitations({ ctx, input: givenQuery(request) }),
  }),
  POST: operation({
    auth: 'tenant',
    permission: 'member.write',
    tag: 'members',
    summary: 'Invites an address by mail.',
    description: 'The link works for 7 days. For an address that is invited already a new link goes out with the new role, and the old link is void.',
    body: Invite,
    status: 201,
    response: Invitation,
    handler: ({ ctx, body }) => invite({ ctx, input: body }),
  }),
})
