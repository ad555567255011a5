import { randomBytes } from 'node:crypto'
import {
  CreateReceiptRuleCommand,
  DeleteReceiptRuleCommand,
  DescribeActiveReceiptRuleSetCommand,
  type ReceiptRule,
  type SESClient,
} from '@aws-sdk/client-ses'
import { expect, test } from '@playwright/test'
import { local } from '@/e2e/journeys/local'
import { proveDomain, sesOf } from '@/lib/testing/second-tenant'
import { Api } from '@/prisma/demo/api'

interface Plan {
  id: string
  status: string
  steps: { call: string; rule?: string; sentence: string }[]
}

const word = randomBytes(4).toString('hex')
const domain = `synced-${word}.example`
const foreign: ReceiptRule[] = [
  {
    Name: `archive-${word}`,
    Enabled: false,
    TlsPolicy: 'Require',
    Recipients: [`Archive@${domain}`],
    ScanEnabled: false,
    Actions: [{ AddHeaderAction: { HeaderName: 'X-Archive', HeaderValue: 'yes' } }],
  },
  { Name: `last-${word}`, Enabled: true, Recipients: [`nobody.${domain}`], Actions: [{ StopAction: { Scope: 'RuleSet' } }] },
]
let ses: SESClient
const active = () => ses.send(new DescribeActiveReceiptRuleSetCommand({}))
const isForeign = ({ Name }: ReceiptRule) => foreign.some((f) => f.Name === Name)

test.beforeAll(() => {
  ses = sesOf(local())
})
test.afterAll(async () => {
  const { Metadata, Rules = [] } = await active()
  for (const { Name } of Rules.filter(isForeign)) await ses.send(new DeleteReceiptRuleCommand({ RuleSetName: Metadata!.Name!, RuleName: Name! }))
  ses.destroy()
})

test('a sync leaves foreign rules as they were and where they were, and SES then has what the plan said', async () => {
  test.setTimeout(90_000)
  const { consoleUrl, operator, tenant } = local()
  const operatorApi = new Api(consoleUrl, operator.apiKey)
  const set = (await active()).Metadata!.Name!
  for (const Rule of [...foreign].reverse()) await ses.send(new CreateReceiptRuleCommand({ RuleSetName: set, Rule }))
  const before = ((await active()).Rules ?? []).filter(isForeign)
  expect(before.map((r) => r.Name)).toEqual(foreign.map((r) => r.Name))

  const domainId = await proveDomain(local(), tenant.apiKey, domain)
  const { Metadata, Rules = [] } = await active()
  expect(Metadata!.Name).not.toBe(set)
  expect(Rules.slice(0, 2)).toEqual(before)

  const { data } = await operatorApi.call<{ data: Plan[] }>('GET', '/operator/plans')
  const plan = data.find((p) => p.steps.some((s) => s.sentence.includes(domain)))
  const step = plan!.steps.find((s) => s.sentence.includes(domain))!
  expect(step.call).toMatch(/^(Create|Update)ReceiptRule$/)
  expect(plan!.steps.some((s) => foreign.some((f) => s.rule === f.Name))).toBe(false)
  const rule = Rules.find((r) => r.Name === step.rule)
  expect(rule).toMatchObject({ Enabled: true, ScanEnabled: true, Recipients: expect.arrayContaining([domain]) })
  expect(rule!.Actions).toEqual([{ S3Action: expect.objectContaining({ TopicArn: expect.stringMatching(/^arn:aws:sns:/) }) }])
  await expect.poll(async () => (await operatorApi.call<Plan>('GET', `/operator/plans/${plan!.id}`)).status).toBe('applied')
  expect((await operatorApi.call<Plan>('POST', '/operator/plans')).steps).toEqual([])

  await fetch(`${consoleUrl}/api/v1/domains/${domainId}`, { method: 'DELETE', headers: { authorization: `Bearer ${tenant.apiKey}` } })
})
