import { ApiKeyName } from '@/lib/core/inputs/api-key'
import { getApiKey } from '@/lib/services/api-key/get'
import { renameApiKey } from '@/lib/services/api-key/rename'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { ApiKey } from '@/lib/web/answers/api-key'
import { IdParams } from '@/lib/web/answers/page'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/api-keys/{id}', {
  GET: operation({
    auth: 'tenant',
    permission: 'apiKey.read',
    tag: 'API keys',
    summary: 'One API key; never the key itself.',
    params: IdParams,
    response: ApiKey,
    handler: ({ ctx, params }) => getApiKey({ ctx, input: params }),
  }),
  PATCH: operation({
    auth: 'tenant',
    permission: 'apiKey.write',
    tag: 'API keys',
    summary: 'Gives an API key another name.',
    params: IdParams,
    body: ApiKeyName,
    response: ApiKey,
    handler: ({ ctx, params, body }) => renameApiKey({ ctx, input: { ...body, ...params } }),
  }),
  DELETE: operation({
    auth: 'tenant',
    permission: 'apiKey.write',
    tag: 'API keys',
    summary: 'Ends an API key at once. It stays in the list as revoked.',
    params: IdParams,
    status: 204,
    handler: ({ ctx, params }) => revokeApiKey({ ctx, input: params }),
  }),
})
