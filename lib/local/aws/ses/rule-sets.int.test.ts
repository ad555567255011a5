import { GetObjectCommand, CreateBucketCommand } from '@aws-sdk/client-s3'
import {
  CloneReceiptRuleSetCommand,
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DeleteReceiptRuleCommand,
  DeleteReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleCommand,
  DescribeReceiptRuleSetCommand,
  ListReceiptRuleSetsCommand,
  ReorderReceiptRuleSetCommand,
  SetActiveReceiptRuleSetCommand,
  SetReceiptRulePositionCommand,
  UpdateReceiptRuleCommand,
  type ReceiptAction,
  type ReceiptRule,
  type SESClient,
} from '@aws-sdk/client-ses'
import { CreateTopicCommand } from '@aws-sdk/client-sns'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failure, Started } from '@/lib/local/aws/started.fixture'

let started: Started
let ses: SESClient
let topic: string
let n = 0
/** A rule set of the test's own. */
let set: string

beforeAll(async () => {
  started = await Started.open()
  ses = started.ses()
  await started.s3().send(new CreateBucketCommand({ Bucket: 'mail' }))
  topic = (await started.sns().send(new CreateTopicCommand({ Name: 'mail' }))).TopicArn ?? ''
})
afterAll(() => started.close())
beforeEach(async () => {
  set = `set-${n++}`
  await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: set }))
})

const rule = (Name: string, more: Partial<ReceiptRule> = {}): ReceiptRule => ({ Name, Recipients: [`${Name}@a.test`], ...more })
const create = (r: ReceiptRule, After?: string, RuleSetName = set) =>
  ses.send(new CreateReceiptRuleCommand({ RuleSetName, Rule: r, After }))
const update = (r: ReceiptRule) => ses.send(new UpdateReceiptRuleCommand({ RuleSetName: set, Rule: r }))
const rules = async (RuleSetName = set) => (await ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName }))).Rules ?? []
const names = async (RuleSetName = set) => (await rules(RuleSetName)).map((r) => r.Name)
const actionError = (...Actions: ReceiptAction[]) => failure(create(rule('r', { Actions })))

describe('rule sets', () => {
  it('lists in the order of creation, and describes an empty one', async () => {
    const all = (await ses.send(new ListReceiptRuleSetsCommand({}))).RuleSets ?? []
    expect(all.at(-1)).toEqual({ Name: set, CreatedTimestamp: expect.any(Date) as Date })
    const described = await ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName: set }))
    expect(described).toMatchObject({ Metadata: { Name: set }, Rules: [] })
  })

  it('refuses names in layers', async () => {
    const made = (RuleSetName: string) => failure(ses.send(new CreateReceiptRuleSetCommand({ RuleSetName })))
    expect(await made(set)).toBe(`AlreadyExistsException: Rule set already exists: ${set}`)
    expect(await made('a b')).toBe(
      "ValidationError: 1 validation error detected: Value at 'ruleSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$",
    )
    expect(await made('-a')).toBe('InvalidParameterValue: Not a valid ruleSetName: -a')
    expect(await made('a'.repeat(65))).toBe(`InvalidParameterValue: Not a valid ruleSetName: ${'a'.repeat(65)}`)
    expect(await failure(ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName: 'none' })))).toBe(
      'RuleSetDoesNotExistException: Rule set does not exist: none',
    )
  })

  it('deletes with its rules, but not the active one; an unknown one is no error', async () => {
    await create(rule('r'))
    await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: set }))
    expect(await failure(ses.send(new DeleteReceiptRuleSetCommand({ RuleSetName: set })))).toBe(
      `CannotDeleteException: Cannot delete active rule set: ${set}`,
    )
    await ses.send(new SetActiveReceiptRuleSetCommand({}))
    await ses.send(new DeleteReceiptRuleSetCommand({ RuleSetName: set }))
    await ses.send(new DeleteReceiptRuleSetCommand({ RuleSetName: set }))
    expect(await failure(rules())).toContain('RuleSetDoesNotExist')
  })

  it('activates one in place of another, and none', async () => {
    await create(rule('r'))
    const active = () => ses.send(new DescribeActiveReceiptRuleSetCommand({}))
    await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: set }))
    expect(await active()).toMatchObject({ Metadata: { Name: set }, Rules: [{ Name: 'r' }] })
    expect(started.aws.cloud.ses.activeRuleSet()).toMatchObject({ name: set, rules: [{ Name: 'r' }] })
    await create(rule('r2'))
    expect(started.aws.cloud.ses.activeRuleSet()?.rules.map((r) => r.Name)).toEqual(['r2', 'r'])
    expect(await failure(ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: 'none' })))).toContain('RuleSetDoesNotExist')
    expect((await active()).Metadata?.Name).toBe(set)
    await ses.send(new SetActiveReceiptRuleSetCommand({}))
    expect((await active()).Metadata).toBeUndefined()
    expect(started.aws.cloud.ses.activeRuleSet()).toBeUndefined()
  })

  it('clones rules, not activity, and the copies part', async () => {
    await create(rule('r'))
    await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: set }))
    const copy = `${set}-copy`
    await ses.send(new CloneReceiptRuleSetCommand({ RuleSetName: copy, OriginalRuleSetName: set }))
    await create(rule('only-there'), undefined, copy)
    expect(await names()).toEqual(['r'])
    expect(await names(copy)).toEqual(['only-there', 'r'])
    expect((await ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name).toBe(set)
    const clone = (RuleSetName: string, OriginalRuleSetName: string) =>
      failure(ses.send(new CloneReceiptRuleSetCommand({ RuleSetName, OriginalRuleSetName })))
    expect(await clone(copy, 'none')).toContain('AlreadyExists')
    expect(await clone('new', 'none')).toContain('RuleSetDoesNotExist')
    expect(await clone('a b', 'c d')).toMatch(/^ValidationError: 2 validation errors detected: .*originalRuleSetName.*ruleSetName/)
    await ses.send(new SetActiveReceiptRuleSetCommand({}))
  })

  it('holds 40', async () => {
    const before = (await ses.send(new ListReceiptRuleSetsCommand({}))).RuleSets?.length ?? 0
    const extra = Array.from({ length: 40 - before }, (_, i) => `extra-${i}`)
    for (const RuleSetName of extra) await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName }))
    expect(await failure(ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: 'one-more' })))).toMatch(/^LimitExceededException: /)
    expect(await failure(ses.send(new CloneReceiptRuleSetCommand({ RuleSetName: 'one-more', OriginalRuleSetName: set })))).toMatch(
      /^LimitExceeded/,
    )
    for (const RuleSetName of extra) await ses.send(new DeleteReceiptRuleSetCommand({ RuleSetName }))
  })
})

describe('rules', () => {
  it('fills in defaults', async () => {
    await create({ Name: 'r', Actions: [{ SNSAction: { TopicArn: topic } }, { StopAction: { Scope: 'RuleSet' } }] })
    const stored = (await ses.send(new DescribeReceiptRuleCommand({ RuleSetName: set, RuleName: 'r' }))).Rule
    expect(stored).toEqual({
      Name: 'r',
      Enabled: false,
      ScanEnabled: false,
      TlsPolicy: 'Optional',
      Recipients: [],
      Actions: [{ SNSAction: { TopicArn: topic, Encoding: 'UTF-8' } }, { StopAction: { Scope: 'RuleSet' } }],
    })
  })

  it('inserts at the front, or behind the one named', async () => {
    await create(rule('a'))
    await create(rule('b'))
    await create(rule('c'), 'b')
    expect(await names()).toEqual(['b', 'c', 'a'])
    expect(await failure(create(rule('d'), 'none'))).toBe('RuleDoesNotExistException: Rule does not exist: none')
    expect(await failure(create(rule('a')))).toBe('AlreadyExistsException: Rule already exists: a')
    expect(await failure(create(rule('x'), undefined, 'none'))).toContain('RuleSetDoesNotExist')
  })

  it('replaces a rule whole and in place', async () => {
    await create(rule('a', { Enabled: true, ScanEnabled: true, TlsPolicy: 'Require' }))
    await create(rule('b'))
    await update({ Name: 'a' })
    expect(await rules()).toMatchObject([
      { Name: 'b' },
      { Name: 'a', Enabled: false, ScanEnabled: false, TlsPolicy: 'Optional', Recipients: [], Actions: [] },
    ])
    expect(await failure(update({ Name: 'none' }))).toBe('RuleDoesNotExistException: Rule does not exist: none')
  })

  it('moves', async () => {
    for (const name of ['c', 'b', 'a']) await create(rule(name))
    const move = (RuleName: string, After?: string) => ses.send(new SetReceiptRulePositionCommand({ RuleSetName: set, RuleName, After }))
    await move('a', 'c')
    expect(await names()).toEqual(['b', 'c', 'a'])
    await move('c')
    expect(await names()).toEqual(['c', 'b', 'a'])
    await move('b', 'b')
    expect(await names()).toEqual(['c', 'b', 'a'])
    await move('c', 'b')
    expect(await names()).toEqual(['b', 'c', 'a'])
    expect(await failure(move('none'))).toContain('RuleDoesNotExist')
    expect(await failure(move('a', 'none'))).toContain('RuleDoesNotExist')
  })

  it("reorders only whole sets, and checks in AWS's order", async () => {
    for (const name of ['c', 'b', 'a']) await create(rule(name))
    const reorder = (...RuleNames: string[]) => ses.send(new ReorderReceiptRuleSetCommand({ RuleSetName: set, RuleNames }))
    await reorder('c', 'a', 'b')
    expect(await names()).toEqual(['c', 'a', 'b'])
    expect(await failure(reorder('a', 'a', 'x'))).toBe('InvalidParameterValue: Multiple positions found for rule: a')
    expect(await failure(reorder('a', 'x'))).toBe('InvalidParameterValue: Positions for rules not found: c, b')
    expect(await failure(reorder('a', 'b', 'c', 'x'))).toBe('RuleDoesNotExistException: Rule does not exist: x')
    expect(await names()).toEqual(['c', 'a', 'b'])
  })

  it('deletes, and an unknown rule is no error', async () => {
    await create(rule('a'))
    const remove = (RuleName: string, RuleSetName = set) => ses.send(new DeleteReceiptRuleCommand({ RuleSetName, RuleName }))
    await remove('a')
    await remove('a')
    expect(await names()).toEqual([])
    expect(await failure(remove('a', 'none'))).toContain('RuleSetDoesNotExist')
    expect(await failure(ses.send(new DescribeReceiptRuleCommand({ RuleSetName: set, RuleName: 'a' })))).toContain('RuleDoesNotExist')
  })

  it('reports every breach of the shape at once', async () => {
    const Actions = [
      { BounceAction: { SmtpReplyCode: undefined, Sender: 'a@a.test', Message: undefined } },
      { SNSAction: { TopicArn: topic, Encoding: 'x' as 'UTF-8' } },
    ]
    expect(await failure(create({ Name: 'a b', TlsPolicy: 'No' as 'Require', Actions }))).toBe(
      'ValidationError: 5 validation errors detected: ' +
        "Value at 'rule.name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$; " +
        "Value at 'rule.tlsPolicy' failed to satisfy constraint: Member must satisfy enum value set: [Optional, Require]; " +
        "Value at 'rule.actions.1.member.bounceAction.smtpReplyCode' failed to satisfy constraint: Member must not be null; " +
        "Value at 'rule.actions.1.member.bounceAction.message' failed to satisfy constraint: Member must not be null; " +
        "Value at 'rule.actions.2.member.sNSAction.encoding' failed to satisfy constraint: Member must satisfy enum value set: [Base64, UTF-8]",
    )
    expect(await failure(create(rule('a'.repeat(65))))).toMatch(/^InvalidParameterValue: Not a valid ruleName: /)
    expect(await failure(create({ Name: '' }))).toMatch(/^ValidationError: 2 validation errors/)
  })

  it('checks what actions point to', async () => {
    expect(await actionError({ S3Action: { BucketName: 'none' } })).toBe('InvalidS3ConfigurationException: No such bucket: none')
    expect(await actionError({ S3Action: { BucketName: 'mail', TopicArn: 'x' } })).toBe('InvalidSnsTopicException: Invalid SNS topic: x')
    expect(await actionError({ SNSAction: { TopicArn: `${topic}x` } })).toBe(
      `InvalidSnsTopicException: Could not publish to SNS topic: ${topic}x`,
    )
    expect(await actionError({ LambdaAction: { FunctionArn: 'f' } })).toBe('InvalidLambdaFunctionException: Invalid Lambda function: f')
    const fn = 'arn:aws:lambda:us-east-1:000000000000:function:f'
    expect(await actionError({ LambdaAction: { FunctionArn: fn } })).toBe(
      `InvalidLambdaFunctionException: Could not invoke Lambda function: ${fn}`,
    )
    expect(await actionError({ BounceAction: { SmtpReplyCode: '550', Message: 'm', Sender: 'x@a.test' } })).toBe(
      'InvalidParameterValue: Identity is not verified: x@a.test',
    )
    expect(await actionError({ StopAction: { Scope: 'RuleSet' } }, { SNSAction: { TopicArn: topic } })).toBe(
      'InvalidParameterValue: Stop action, if any, must be placed at the end of the actions list',
    )
    expect(await actionError({ AddHeaderAction: { HeaderName: 'a b', HeaderValue: 'v' } })).toBe(
      'InvalidParameterValue: Invalid header name: a b',
    )
    expect(await actionError({ S3Action: { BucketName: 'mail', KmsKeyArn: 'k' } })).toMatch(
      /^InvalidS3ConfigurationException: Unable to use AWS KMS key/,
    )
    expect(await names()).toEqual([])
  })

  it('writes the set-up object where mail will go', async () => {
    await create(rule('r', { Actions: [{ S3Action: { BucketName: 'mail', ObjectKeyPrefix: 'inbox', TopicArn: topic } }] }))
    const object = await started.s3().send(new GetObjectCommand({ Bucket: 'mail', Key: 'inbox/AMAZON_SES_SETUP_NOTIFICATION' }))
    expect(await object.Body?.transformToString()).toContain('Amazon SES')
  })

  it('refuses recipients that cannot be, and the 501st before that', async () => {
    const recipients = (Recipients: string[]) => create(rule('r', { Recipients }))
    expect(await failure(recipients(['x.y.invalid']))).toBe('InvalidParameterValue: Invalid recipient: x.y.invalid')
    const many = Array.from({ length: 501 }, (_, i) => (i === 0 ? '!!' : `u${i}@a.test`))
    expect(await failure(recipients(many))).toBe('LimitExceededException: Too many recipients')
    await recipients(many.slice(1))
    expect((await rules())[0]?.Recipients).toEqual(many.slice(1))
  })

  it('takes ten actions', async () => {
    const header = { AddHeaderAction: { HeaderName: 'X-A', HeaderValue: 'v' } }
    expect(await actionError(...Array.from({ length: 11 }, () => header))).toBe('LimitExceededException: Too many actions')
    await create(rule('r', { Actions: Array.from({ length: 10 }, () => header) }))
    expect((await rules())[0]?.Actions).toHaveLength(10)
  })

  it('holds 200', async () => {
    for (let i = 0; i < 200; i++) await create({ Name: `r${i}` })
    expect(await failure(create({ Name: 'one-more' }))).toBe('LimitExceededException: Too many rules')
    expect(await names()).toHaveLength(200)
  })

  it('loses none of many changes at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => create({ Name: `r${i}` })))
    expect((await names()).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `r${i}`).sort())
  })
})

it('keeps sets, order and activity over a restart', async () => {
  for (const name of ['c', 'b', 'a']) await create(rule(name, { Enabled: true, Actions: [{ S3Action: { BucketName: 'mail' } }] }))
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: set }))
  const before = await rules()
  await started.restart()
  ses = started.ses()
  const after = await ses.send(new DescribeActiveReceiptRuleSetCommand({}))
  expect(after.Metadata?.Name).toBe(set)
  expect(after.Rules).toEqual(before)
})
