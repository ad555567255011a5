import { MemberRole } from '@/lib/core/inputs/member'
import { changeRole } from '@/lib/services/member/change-role'
import { removeMember } from '@/lib/services/member/remove'
import { Member, Removed, UserIdParams } from '@/lib/web/answers/member'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/members/{userId}', {
  PATCH: operation({
    auth: 'tenant',
    permission: 'member.write',
    tag: 'members',
    summary: 'Gives a member another role.',
    description: 'Nobody gives or takes a role that may do more than the one who asks, so owners are for owners alone. The last owner stays one: 409.',
    params: UserIdParams,
    body: MemberRole,
    response: Member,
    refusals: [409],
    handler: ({ ctx, params, body }) => changeRole({ ctx, input: { ...body, ...params } }),
  }),
  DELETE: operation({
    auth: 'tenant',
    permission: 'member.write',
    tag: 'members',
    summary: 'Takes a member out of the tenant.',
    description: "Access ends with the next request. API keys that the member made are the tenant's and keep working.",
    params: UserIdParams,
    response: Removed,
    refusals: [409],
    handler: ({ ctx, params }) => removeMember({ ctx, input: params }),
  }),
})
