import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import {
  CloneReceiptRuleSetCommand,
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DeleteReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleCommand,
  DescribeReceiptRuleSetCommand,
  ListReceiptRuleSetsCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
  UpdateReceiptRuleCommand,
} from '@aws-sdk/client-ses'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Started } from '@/lib/local/aws/started.fixture'

/** Another emulator of SES, by other people; without it this comparison is left out, and the run says so. */
const hasMoto = await promisify(execFile)('moto_server', ['--help']).then(
  () => true,
  () => false,
)
if (!hasMoto) console.info('Left out: the comparison with moto, because there is no `moto_server` on the PATH.')

describe.skipIf(!hasMoto)('what moto does too', () => {
  let started: Started
  let moto: ChildProcess
  let motoUrl: string

  beforeAll(async () => {
    started = await Started.open()
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => probe.once('listening', listening))
    const { port } = probe.address() as AddressInfo
    await new Promise((closed) => probe.close(closed))
    motoUrl = `http://127.0.0.1:${port}`
    moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
    await vi.waitFor(async () => expect((await fetch(`${motoUrl}/moto-api/`)).status).toBe(200), { timeout: 50_000, interval: 200 })
  })
  afterAll(async () => {
    moto?.kill()
    await started.close()
  })

  /** What the calls say, one line each: the answer without times, or the error's name. */
  async function story(endpoint: string): Promise<string[]> {
    const ses = new SESClient({ ...started.clientOptions, endpoint })
    const Actions = [{ AddHeaderAction: { HeaderName: 'X-A', HeaderValue: 'b' } }, { StopAction: { Scope: 'RuleSet' as const } }]
    const rule = (Name: string) => ({
      Name,
      Enabled: true,
      ScanEnabled: true,
      TlsPolicy: 'Require' as const,
      Recipients: ['a.test'],
      Actions,
    })
    const set = { RuleSetName: 'one' }
    const calls = [
      new DescribeActiveReceiptRuleSetCommand({}),
      new CreateReceiptRuleSetCommand(set),
      new CreateReceiptRuleSetCommand(set),
      new DescribeReceiptRuleSetCommand({ RuleSetName: 'none' }),
      new CreateReceiptRuleCommand({ ...set, Rule: rule('a') }),
      new CreateReceiptRuleCommand({ ...set, Rule: rule('a') }),
      new CreateReceiptRuleCommand({ ...set, Rule: rule('b'), After: 'a' }),
      new CreateReceiptRuleCommand({ ...set, Rule: rule('c'), After: 'a' }),
      new CreateReceiptRuleCommand({ ...set, Rule: rule('d') }),
      new CreateReceiptRuleCommand({ ...set, Rule: rule('e'), After: 'none' }),
      new DescribeReceiptRuleCommand({ ...set, RuleName: 'c' }),
      new DescribeReceiptRuleCommand({ ...set, RuleName: 'none' }),
      new UpdateReceiptRuleCommand({ ...set, Rule: { ...rule('a'), Recipients: ['b.test', '.b.test'] } }),
      new UpdateReceiptRuleCommand({ ...set, Rule: rule('none') }),
      new DescribeReceiptRuleSetCommand(set),
      new CloneReceiptRuleSetCommand({ RuleSetName: 'two', OriginalRuleSetName: 'one' }),
      new DescribeReceiptRuleSetCommand({ RuleSetName: 'two' }),
      new SetActiveReceiptRuleSetCommand({ RuleSetName: 'none' }),
      new SetActiveReceiptRuleSetCommand({ RuleSetName: 'two' }),
      new DescribeActiveReceiptRuleSetCommand({}),
      new DeleteReceiptRuleSetCommand({ RuleSetName: 'two' }),
      new SetActiveReceiptRuleSetCommand(set),
      new DeleteReceiptRuleSetCommand({ RuleSetName: 'two' }),
      new ListReceiptRuleSetsCommand({}),
    ]
    const lines: string[] = []
    for (const call of calls) {
      const name = call.constructor.name.replace('Command', '')
      const said = await (ses.send as (c: unknown) => Promise<object>)(call).then(
        (answer) => JSON.stringify({ ...answer, $metadata: undefined }, sorted),
        (error: Error) => error.name,
      )
      lines.push(`${name} ${said}`)
    }
    return lines
  }

  it('is done alike', async () => {
    expect(await story(started.aws.endpoint)).toEqual(await story(motoUrl))
  })
})

/** Members in one order; the times, which differ, as one word. */
const sorted = (key: string, value: unknown): unknown => {
  if (key === 'CreatedTimestamp') return 'at'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
