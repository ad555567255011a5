import { ApiKeyPage, NewApiKey } from '@/lib/core/inputs/api-key'
import { createApiKey } from '@/lib/services/api-key/create'
import { listApiKeys } from '@/lib/services/api-key/list'
import { ApiKeyPage as ApiKeyPageAnswer, NewApiKey as NewApiKeyAnswer } from '@/lib/web/answers/api-key'
import { givenQuery } from '@/lib/web/given-query'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/api-keys', {
  GET: operation({
    auth: 'tenant',
    permission: 'apiKey.read',
    tag: 'API keys',
    summary: "The tenant's API keys, newest first, with those that have ended.",
    query: ApiKeyPage,
    response: ApiKeyPageAnswer,
    handler: ({ ctx, request }) => listApiKeys({ ctx, input: givenQuery(request) }),
  }),
  POST: operation({
    auth: 'tenant',
    permission: 'apiKey.write',
    tag: 'API keys',
    summary: 'Makes an API key. It is told in this answer alone.',
    description: 'No key gets more than the one that asks for it has: neither role, nor scopes, nor time.',
    body: NewApiKey,
    status: 201,
    response: NewApiKeyAnswer,
    handler: ({ ctx, body }) => createApiKey({ ctx, input: body }),
  }),
})
