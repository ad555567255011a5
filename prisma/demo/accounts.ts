import { randomBytes } from 'node:crypto'
import { createApiKey, createOperatorKey } from '@/lib/services/api-key/create'
import { createUser } from '@/lib/services/account/create-user'
import { createTenant } from '@/lib/services/tenant/create'
import type { LocalJson } from '@/lib/local/local-json'

export type Demo = Pick<LocalJson, 'operator' | 'tenant'>

const ctx = { actor: { kind: 'job', id: 'seed' } } as const
const slug = 'demo'
const domain = 'demo.example'

/** Twenty letters and digits without the ones that look alike, in groups of five. */
function password(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const picked = Array.from(randomBytes(20), (b) => letters[b % letters.length]).join('')
  return picked.match(/.{5}/g)!.join('-')
}

/** The demo tenant with its owner, the operator, and a key for each. */
export async function createDemoAccounts(): Promise<Demo> {
  const tenant = { slug, email: `owner@${domain}`, password: password(), domain }
  const operator = { email: 'operator@postroom.test', password: password() }
  const owner = await createUser({ ctx, input: { email: tenant.email, name: 'Demo owner', password: tenant.password } })
  const operatorUser = await createUser({ ctx, input: { email: operator.email, name: 'Operator', password: operator.password, isOperator: true } })
  const { id } = await createTenant({ ctx, input: { slug, name: 'Demo', ownerId: owner.id }, known: true })
  const tenantKey = await createApiKey({ ctx: { ...ctx, tenantId: id, role: 'owner' }, input: { name: 'demo', role: 'admin' } })
  const operatorKey = await createOperatorKey({ ctx, input: { userId: operatorUser.id, name: 'demo' } })
  return { tenant: { ...tenant, apiKey: tenantKey.key }, operator: { ...operator, apiKey: operatorKey.key } }
}
