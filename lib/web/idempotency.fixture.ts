import { openDatabase, useDatabase } from '@/lib/db/client'
import { inTenant } from '@/lib/db/tenant'
import { recordAudit } from '@/lib/services/audit/record'
import { once } from './idempotency'

// A process that serves one request with an Idempotency-Key, and is killed at the point named.
const [url = '', tenantId = '', keyId = '', key = '', point = ''] = process.argv.slice(2)
useDatabase(openDatabase(url, 2))
const ctx = { actor: { kind: 'apiKey', id: keyId }, tenantId, role: 'admin' } as const

async function here(name: string): Promise<void> {
  if (name !== point) return
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
}

await once({ kind: 'tenant', keyId, ctx }, key, { method: 'POST', path: '/x', body: Buffer.alloc(0) }, async () => {
  await here('after the claim')
  await inTenant(tenantId, async (tx) => {
    await recordAudit(tx, ctx, { verb: 'tenant.rename', target: { kind: 'test', id: key } })
    await here('before the commit')
  })
  await here('after the commit')
  return Response.json({ done: true }, { status: 201 })
})
await here('after the answer was kept')
