import { z } from 'zod'
import { RuleSet } from '@/lib/core/rules/rule'
import { readDraft } from '@/lib/services/rule-set/read-draft'
import { saveDraft } from '@/lib/services/rule-set/save-draft'
import { discardDraft } from '@/lib/services/rule-set/versions'
import { Draft } from '@/lib/web/answers/rule-set'
import { revisionOf } from '@/lib/web/if-match'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
import { withEtag } from '@/lib/web/with-etag'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/draft', {
  GET: operation({
    auth: 'tenant',
    permission: 'rules.read',
    tag: 'rule set',
    summary: 'The draft, with its revision as ETag.',
    response: Draft,
    handler: async ({ ctx }) => withEtag(await readDraft({ ctx })),
  }),
  PUT: operation({
    auth: 'tenant',
    permission: 'rules.write',
    tag: 'rule set',
    summary: 'Saves the whole draft. It binds nothing until it is published.',
    body: RuleSet,
    headers: z.object({ 'If-Match': z.string().optional().describe('The ETag that the draft was read with: another save meanwhile gives 412.') }),
    response: Draft,
    refusals: [412],
    handler: async ({ ctx, body, request }) => withEtag(await saveDraft({ ctx, input: { ...body, ifRevision: revisionOf(request) } })),
  }),
  DELETE: operation({
    auth: 'tenant',
    permission: 'rules.write',
    tag: 'rule set',
    summary: "Throws the draft's changes away: it is what binds again, or empty where nothing does.",
    response: Draft,
    handler: async ({ ctx }) => withEtag(await discardDraft({ ctx })),
  }),
})
