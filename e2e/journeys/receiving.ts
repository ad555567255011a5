import { randomBytes } from 'node:crypto'
import { CreateReceiptRuleCommand, CreateReceiptRuleSetCommand, DeleteReceiptRuleSetCommand, DescribeActiveReceiptRuleSetCommand, SetActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses'
import pg from 'pg'
import { putDnsRecords } from '@/lib/testing/demo/dns'
import { sesOf } from '@/lib/testing/second-tenant'
import { Api, until } from '@/prisma/demo/api'
import { local } from './local'

/** What another program does at SES, and how fast the copy under test goes about it. */
export class Receiving {
  private readonly ses = sesOf(local())
  private readonly made: string[] = []
  private readonly db = new pg.Pool({ connectionString: local().databaseUrl, max: 1 })

  /** Another program's rule set is made the active one: the next plan waits for an operator. Gives its name. */
  async foreignSet(): Promise<string> {
    const RuleSetName = `theirs-${randomBytes(4).toString('hex')}`
    await this.ses.send(new CreateReceiptRuleSetCommand({ RuleSetName }))
    const Actions = [{ StopAction: { Scope: 'RuleSet' as const } }]
    await this.ses.send(new CreateReceiptRuleCommand({ RuleSetName, Rule: { Name: `${RuleSetName}-rule`, Enabled: true, Recipients: [`${RuleSetName}.example`], Actions } }))
    await this.ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }))
    this.made.push(RuleSetName)
    return RuleSetName
  }

  active = async (): Promise<string | undefined> => (await this.ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name

  recipients = async (): Promise<string[]> => ((await this.ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Rules ?? []).flatMap((r) => r.Recipients ?? [])

  /** Calls a second to SES: slow, so that an apply can be watched. */
  async pace(callsPerSecond: number): Promise<void> {
    await this.db.query(`UPDATE platform_setting SET value = jsonb_build_object('callsPerSecond', $1::float8) WHERE key = 'sync'`, [callsPerSecond])
  }

  /** SES is made as planned again, for the tests that come after. */
  async settle(): Promise<void> {
    const api = new Api(local().consoleUrl, local().operator.apiKey)
    const { id, steps } = await api.call<{ id: string; steps: object[] }>('POST', '/operator/plans')
    if (steps.length === 0) return
    await api.call('POST', `/operator/plans/${id}/apply`)
    await until('The last apply', 20_000, async () => (await api.call<{ status: string }>('GET', `/operator/plans/${id}`)).status === 'applied' || undefined)
  }

  /** A plan of old with `n` calls: two around it, the others add a rule each. Gives its id. */
  async longPlan(n: number): Promise<string> {
    const seen = { name: 'theirs', hash: '' }
    const add = Array.from({ length: n - 2 }, (_, i) => ({ call: 'CreateReceiptRule', sentence: '', rule: `rule-${i + 2}`, params: { recipients: [`mailbox-${i}@a-long-name-of-a-company.example`] } }))
    const steps = [{ call: 'CloneReceiptRuleSet', sentence: '', params: { ruleSet: 'theirs' } }, ...add, { call: 'SetActiveReceiptRuleSet', sentence: '', params: { ruleSet: 'theirs' } }]
    const { rows } = await this.db.query<{ id: string }>(
      `INSERT INTO plan (region, status, reason, basis, target, steps, "createdAt", "settledAt") VALUES ($1, 'cancelled', 'Of old.', $2, $3, $4, '2026-01-01', '2026-01-01') RETURNING id`,
      [local().region, { active: seen, source: seen }, { rules: [], counts: { create: n - 2, change: 0, delete: 0, keep: 0, foreign: 0 } }, JSON.stringify(steps)],
    )
    return rows[0]!.id
  }

  /** A job that cannot succeed: the worker hands it to the dead letters. Gives the plan that it names in vain. */
  async deadJob(): Promise<string> {
    const { rows } = await this.db.query<{ id: string }>(
      `INSERT INTO pgboss.job (name, data, policy, dead_letter) SELECT name, jsonb_build_object('planId', gen_random_uuid()), policy, dead_letter
       FROM pgboss.queue WHERE name = 'sync-apply' RETURNING data ->> 'planId' AS id`,
    )
    return rows[0]!.id
  }

  /** A domain of the demo tenant, proved; SES is another matter. Gives how to take it away again. */
  async proveDomain(name: string): Promise<() => Promise<void>> {
    const { consoleUrl, tenant, awsEndpoint } = local()
    const api = new Api(consoleUrl, tenant.apiKey)
    const { id, records } = await api.call<{ id: string; records: { type: string; name: string; value: string }[] }>('POST', '/domains', { name })
    const dns = (gone: boolean) => putDnsRecords(awsEndpoint, records.map((r) => ({ name: r.name, type: r.type, values: gone ? [] : [r.value] })))
    await dns(false)
    await until(`The proof of ${name}`, 20_000, async () => (await api.call<{ status: string }>('POST', `/domains/${id}/check`)).status === 'verified' || undefined)
    return async () => {
      await fetch(`${consoleUrl}/api/v1/domains/${id}`, { method: 'DELETE', headers: { authorization: `Bearer ${tenant.apiKey}` } })
      await dns(true)
    }
  }

  async close(): Promise<void> {
    for (const RuleSetName of this.made) await this.ses.send(new DeleteReceiptRuleSetCommand({ RuleSetName })).catch(() => {})
    this.ses.destroy()
    await this.db.end()
  }
}
