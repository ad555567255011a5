import { requestReseal } from '@/lib/services/sealing/request'
import { operation } from '@/lib/web/operation'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/operator/keys/reseal', {
  POST: operation({
    auth: 'operator',
    permission: 'sealingKey.write',
    tag: 'operator',
    summary: 'Asks the worker to seal anew now what is sealed by an old key. It does so by itself at its start and each hour.',
    status: 202,
    handler: async ({ ctx }) => {
      await requestReseal({ ctx })
      return new Response(null, { status: 202, headers: { 'cache-control': 'no-store' } })
    },
  }),
})
