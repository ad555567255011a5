import { z } from 'zod'
import { config } from '@/lib/config'
import { openApiDocument } from '@/lib/web/openapi'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'
// Each route file adds itself to the document when it is loaded; a test finds one that is missing here.
import '@/app/api/v1/messages/route'
import '@/app/api/v1/messages/[id]/route'
import '@/app/api/v1/messages/[id]/raw/route'
import '@/app/api/v1/messages/[id]/trace/route'
import '@/app/api/v1/messages/[id]/replay/route'
import '@/app/api/v1/messages/[id]/release/route'
import '@/app/api/v1/api-keys/route'
import '@/app/api/v1/api-keys/[id]/route'
import '@/app/api/v1/tenant/route'
import '@/app/api/v1/members/route'
import '@/app/api/v1/members/[userId]/route'
import '@/app/api/v1/members/invitations/route'
import '@/app/api/v1/members/invitations/[id]/route'
import '@/app/api/v1/domains/route'
import '@/app/api/v1/domains/[id]/route'
import '@/app/api/v1/domains/[id]/check/route'
import '@/app/api/v1/domains/[id]/mail-from/route'
import '@/app/api/v1/domains/[id]/consents/route'
import '@/app/api/v1/domains/[id]/consents/[consentId]/grant/route'
import '@/app/api/v1/domains/[id]/consents/[consentId]/refuse/route'
import '@/app/api/v1/domains/[id]/consents/[consentId]/withdraw/route'
import '@/app/api/v1/rule-set/draft/route'
import '@/app/api/v1/rule-set/publish/route'
import '@/app/api/v1/rule-set/simulate/route'
import '@/app/api/v1/webhooks/route'
import '@/app/api/v1/webhooks/[id]/route'
import '@/app/api/v1/webhooks/[id]/rotate/route'
import '@/app/api/v1/webhooks/[id]/test/route'
import '@/app/api/v1/webhooks/[id]/redeliver/route'
import '@/app/api/v1/webhooks/[id]/attempts/route'
import '@/app/api/v1/webhooks/attempts/[id]/route'
import '@/app/api/v1/webhooks/attempts/[id]/redeliver/route'
import '@/app/api/v1/operator/plans/route'
import '@/app/api/v1/operator/plans/[id]/route'
import '@/app/api/v1/operator/plans/[id]/apply/route'
import '@/app/api/v1/operator/dead-letters/route'
import '@/app/api/v1/operator/dead-letters/[id]/route'
import '@/app/api/v1/operator/dead-letters/[id]/retry/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/openapi.json', {
  GET: operation({
    auth: 'none',
    tag: 'service',
    summary: 'This document.',
    response: z.looseObject({ openapi: z.string() }),
    handler: async () => openApiDocument(config().url),
  }),
})
