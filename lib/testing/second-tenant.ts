import { randomBytes } from 'node:crypto'
import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses'
import { openDatabase, useDatabase } from '@/lib/db/client'
import type { LocalJson } from '@/lib/local/local-json'
import { createUser } from '@/lib/services/account/create-user'
import { createApiKey } from '@/lib/services/api-key/create'
import { createTenant } from '@/lib/services/tenant/create'
import { Api, until } from '@/prisma/demo/api'
import { putDnsRecords } from './demo/dns'

export interface SecondTenant {
  id: string
  slug: string
  /** Its owner, who is in no other tenant. */
  email: string
  password: string
  /** An admin's key. */
  apiKey: string
}

/** A tenant beside the demo's in a running local copy. The process's database is the copy's for as long. */
export async function makeSecondTenant(local: LocalJson): Promise<SecondTenant> {
  const db = openDatabase(local.databaseUrl, 2)
  useDatabase(db)
  try {
    const ctx = { actor: { kind: 'job', id: 'second tenant' } } as const
    const word = randomBytes(4).toString('hex')
    const account = { email: `owner-${word}@people.example`, password: randomBytes(12).toString('hex') }
    const owner = await createUser({ ctx, input: { ...account, name: 'Other owner' } })
    const { id, slug } = await createTenant({ ctx, input: { slug: `other-${word}`, name: 'Other', ownerId: owner.id }, known: true })
    const { key } = await createApiKey({ ctx: { ...ctx, tenantId: id, role: 'owner' }, input: { name: 'other', role: 'admin' } })
    return { id, slug, ...account, apiKey: key }
  } finally {
    useDatabase(undefined)
    await db.close()
  }
}

/** Proves a domain as any tenant does, and waits until SES takes its mail: the plan applies by itself, seconds later. Gives the domain's id. */
export async function proveDomain(local: LocalJson, apiKey: string, name: string): Promise<string> {
  const api = new Api(local.consoleUrl, apiKey)
  const { id, records } = await api.call<{ id: string; records: { type: string; name: string; value: string }[] }>('POST', '/domains', { name })
  await putDnsRecords(local.awsEndpoint, records.map((r) => ({ name: r.name, type: r.type, values: [r.value] })))
  const proved = async () => (await api.call<{ status: string }>('POST', `/domains/${id}/check`)).status === 'verified' || undefined
  await until(`The proof of ${name}`, 20_000, proved)
  const ses = sesOf(local)
  const taken = async () => {
    const { Rules = [] } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}))
    return Rules.some((r) => r.Recipients?.includes(name)) || undefined
  }
  await until(`A receipt rule for ${name}`, 60_000, taken).finally(() => ses.destroy())
  return id
}

/** The AWS SDK at the copy's local AWS, which takes any credentials. */
export const sesOf = ({ awsEndpoint, region }: LocalJson): SESClient =>
  new SESClient({ endpoint: awsEndpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
