import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Started } from './started.fixture'

const run = promisify(execFile)
/** The `aws` command, version 1 or 2; without it these tests are left out, and the run says so. */
const version = await run('aws', ['--version']).then(
  ({ stdout, stderr }) => (stdout || stderr).trim(),
  () => undefined,
)
if (version === undefined) console.info('Left out: the tests with the aws command, because there is no `aws` on the PATH.')

describe.skipIf(version === undefined)(`the aws command (${version})`, () => {
  let started: Started
  beforeAll(async () => {
    started = await Started.open()
  })
  afterAll(() => started.close())

  const env = () => ({
    ...process.env,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_PAGER: '',
    AWS_MAX_ATTEMPTS: '1',
  })
  const aws = async (...args: string[]): Promise<unknown> => {
    const { stdout } = await run('aws', ['--endpoint-url', started.aws.endpoint, '--output', 'json', ...args], { env: env() })
    return stdout.trim() === '' ? undefined : JSON.parse(stdout)
  }
  const refused = (...args: string[]): Promise<string> =>
    aws(...args).then(
      () => 'taken',
      (error: { stderr: string }) => error.stderr,
    )

  it('knows who it is', async () => {
    expect(await aws('sts', 'get-caller-identity')).toEqual({
      UserId: '000000000000',
      Account: '000000000000',
      Arn: 'arn:aws:iam::000000000000:root',
    })
  }, 60_000)

  it('makes, orders, activates and describes receipt rules', async () => {
    expect(await aws('ses', 'describe-active-receipt-rule-set')).toBeUndefined()
    await aws('ses', 'create-receipt-rule-set', '--rule-set-name', 'cli')
    await aws('s3api', 'create-bucket', '--bucket', 'cli-mail')
    const rule = {
      Name: 'one',
      Enabled: true,
      ScanEnabled: true,
      Recipients: ['cli.test', '.cli.test'],
      Actions: [{ S3Action: { BucketName: 'cli-mail', ObjectKeyPrefix: 'in' } }],
    }
    await aws('ses', 'create-receipt-rule', '--rule-set-name', 'cli', '--rule', JSON.stringify(rule))
    await aws('ses', 'create-receipt-rule', '--rule-set-name', 'cli', '--rule', '{"Name":"two"}', '--after', 'one')
    await aws('ses', 'reorder-receipt-rule-set', '--rule-set-name', 'cli', '--rule-names', 'two', 'one')
    await aws('ses', 'set-active-receipt-rule-set', '--rule-set-name', 'cli')
    expect(await aws('ses', 'describe-active-receipt-rule-set')).toEqual({
      Metadata: { Name: 'cli', CreatedTimestamp: expect.any(String) as string },
      Rules: [
        { Name: 'two', Enabled: false, TlsPolicy: 'Optional', Recipients: [], Actions: [], ScanEnabled: false },
        { TlsPolicy: 'Optional', ...rule },
      ],
    })
    expect(await refused('ses', 'delete-receipt-rule-set', '--rule-set-name', 'cli')).toContain('(CannotDelete)')
  }, 120_000)

  it('verifies a domain and sends', async () => {
    const { VerificationToken } = (await aws('ses', 'verify-domain-identity', '--domain', 'cli.test')) as { VerificationToken: string }
    await started.setDns('_amazonses.cli.test', 'TXT', [VerificationToken])
    const attributes = await aws('ses', 'get-identity-verification-attributes', '--identities', 'cli.test')
    expect(attributes).toEqual({ VerificationAttributes: { 'cli.test': { VerificationStatus: 'Success', VerificationToken } } })
    const sent = await aws(
      'ses',
      'send-email',
      '--from',
      'a@cli.test',
      '--to',
      'b@x.test',
      '--subject',
      'from the shell',
      '--text',
      'hello',
    )
    expect(sent).toEqual({ MessageId: expect.stringMatching(/-000000$/) as string })
    expect(await refused('ses', 'send-email', '--from', 'a@not.test', '--to', 'b@x.test', '--subject', 's', '--text', 't')).toContain(
      '(MessageRejected)',
    )
  }, 120_000)
})
