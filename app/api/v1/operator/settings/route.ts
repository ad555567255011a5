import { z } from 'zod'
import { PlatformSettings } from '@/lib/core/inputs/setting'
import { changeSettings } from '@/lib/services/setting/change'
import { readSettings } from '@/lib/services/setting/read'
import { PlatformSettingsAnswer } from '@/lib/web/answers/setting'
import { revisionOf } from '@/lib/web/if-match'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
import { withEtag } from '@/lib/web/with-etag'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/settings', {
  GET: operation({
    auth: 'operator',
    permission: 'setting.read',
    tag: 'operator',
    summary: "The platform's settings, with their revision as ETag, and what the environment fixes.",
    response: PlatformSettingsAnswer,
    handler: async ({ ctx }) => withEtag(await readSettings({ ctx })),
  }),
  PATCH: operation({
    auth: 'operator',
    permission: 'setting.write',
    tag: 'operator',
    summary: 'Replaces the settings that are named, each whole; the others stay.',
    body: PlatformSettings,
    headers: z.object({ 'If-Match': z.string().optional().describe('The ETag that the settings were read with: another change meanwhile gives 412.') }),
    response: PlatformSettingsAnswer,
    refusals: [412],
    handler: async ({ ctx, body, request }) => withEtag(await changeSettings({ ctx, input: { ...body, ifRevision: revisionOf(request) } })),
  }),
})
