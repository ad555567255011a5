import { describe, expect, it } from 'vitest'
import { rule, TOPIC } from './cloud.fixture'
import { setEvaluation } from './evaluation'
import { PLAIN, refused, useMx } from './mx.fixture'

const { cloud, send, told } = useMx()

describe('rules', () => {
  const three = ['a@shop.test', 'b@shop.test', 'c@shop.test']
  const s3 = (prefix: string) => ({ S3Action: { BucketName: 'mail', ObjectKeyPrefix: prefix, TopicArn: TOPIC } })
  const stop = { StopAction: { Scope: 'RuleSet' as const } }
  const shape = () => told().map((t) => [t.receipt.action['type'], t.receipt.action['objectKeyPrefix'], t.receipt.recipients])

  it('are evaluated once for all recipients by default', async () => {
    cloud.rules = [rule({ Recipients: ['a@shop.test'], Actions: [s3('one'), stop] }), rule({ Actions: [s3('two')] })]
    await send(PLAIN, three)
    expect(shape()).toEqual([['S3', 'one', ['a@shop.test']]])
  })

  it('are evaluated for each recipient when switched, at run time, under one id', async () => {
    cloud.rules = [rule({ Recipients: ['a@shop.test'], Actions: [s3('one'), stop] }), rule({ Actions: [s3('two')] })]
    await setEvaluation(cloud, 'recipient')
    const { response } = await send(PLAIN, three)
    const id = response.split(' ').pop()
    expect(shape()).toEqual([
      ['S3', 'one', ['a@shop.test']],
      ['S3', 'two', ['b@shop.test']],
      ['S3', 'two', ['c@shop.test']],
    ])
    expect(new Set(told().map((t) => t.mail.messageId))).toEqual(new Set([id]))
    expect(cloud.calls.filter((c) => c.startsWith('put'))).toEqual([`put mail/one/${id}`, `put mail/two/${id}`])
    await expect(setEvaluation(cloud, 'sometimes')).rejects.toThrow(RangeError)
  })

  it('bounce with the reply that they state, and keep what another rule stored', async () => {
    const bounce = { SmtpReplyCode: '552', StatusCode: '5.2.2', Message: 'Mailbox full', Sender: 'p@shop.test', TopicArn: TOPIC }
    cloud.rules = [rule({ Actions: [{ BounceAction: bounce }] }), rule()]
    expect(await refused(send(PLAIN))).toMatchObject({ responseCode: 552, response: '552 5.2.2 Mailbox full' })
    expect(cloud.written.size).toBe(1)
    expect(told()[0]?.receipt.action).toEqual({
      type: 'Bounce',
      topicArn: TOPIC,
      smtpReplyCode: '552',
      statusCode: '5.2.2',
      message: 'Mailbox full',
      sender: 'p@shop.test',
    })
  })

  it('add header fields for the actions after them', async () => {
    const add = { AddHeaderAction: { HeaderName: 'X-Desk', HeaderValue: 'east' } }
    cloud.rules = [rule({ Actions: [s3('before'), add, s3('after')] })]
    await send(PLAIN)
    const texts = new Map([...cloud.written].map(([k, v]) => [k.split('/')[1], v.toString()]))
    expect(texts.get('before')).not.toContain('X-Desk')
    expect(texts.get('after')).toContain('\r\nX-Desk: east\r\nFrom: Ann')
    expect(told().map((t) => t.mail.headers.some((h) => h.name === 'X-Desk'))).toEqual([false, true])
  })

  it('send the mail itself by the SNS action, up to 150 KB', async () => {
    cloud.rules = [rule({ Actions: [{ SNSAction: { TopicArn: TOPIC, Encoding: 'Base64' } }] })]
    await send(PLAIN)
    expect(Buffer.from(told()[0]?.content ?? '', 'base64').toString()).toContain(PLAIN)
    expect(told()[0]?.receipt.action).toEqual({ type: 'SNS', topicArn: TOPIC, encoding: 'BASE64' })
    expect((await refused(send(PLAIN + 'x'.repeat(70).concat('\r\n').repeat(2200)))).responseCode).toBe(552)
    expect(cloud.published).toHaveLength(1)
  })

  it('pass over a Lambda action and go on', async () => {
    const lambda = { FunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:f', TopicArn: TOPIC }
    cloud.rules = [rule({ Actions: [{ LambdaAction: lambda }, s3('x')] })]
    await send(PLAIN)
    expect(shape()).toEqual([['S3', 'x', ['a@shop.test']]])
  })
})
