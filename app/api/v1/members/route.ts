import { MemberPage } from '@/lib/core/inputs/member'
import { listMembers } from '@/lib/services/member/list'
import { MemberPage as MemberPageAnswer } from '@/lib/web/answers/member'
import { givenQuery } from '@/lib/web/given-query'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/members', {
  GET: operation({
    auth: 'tenant',
    permission: 'member.read',
    tag: 'members',
    summary: 'Who is in the tenant, who joined last first.',
    query: MemberPage,
    response: MemberPageAnswer,
    handler: ({ ctx, request }) => listMembers({ ctx, input: givenQuery(request) }),
  }),
})
