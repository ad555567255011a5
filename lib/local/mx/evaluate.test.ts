import type { ReceiptAction, ReceiptRule } from '@aws-sdk/client-ses'
import { describe, expect, it } from 'vitest'
import { evaluate, type Evaluation, type Step } from './evaluate'

const s3 = (name: string): ReceiptAction => ({ S3Action: { BucketName: name } })
const stop: ReceiptAction = { StopAction: { Scope: 'RuleSet' } }
const bounce: ReceiptAction = { BounceAction: { SmtpReplyCode: '550', Message: 'no', Sender: 'p@shop.test' } }
const add = (HeaderName: string): ReceiptAction => ({ AddHeaderAction: { HeaderName, HeaderValue: 'v' } })
const rule = (Name: string, Recipients: string[], ...Actions: ReceiptAction[]): ReceiptRule => ({
  Name,
  Enabled: true,
  Recipients,
  Actions,
})

const brief = ({ rule: r, action, recipients }: Step) =>
  `${r.Name}:${Object.keys(action)[0]?.replace('Action', '')}:${recipients.map((a) => a.split('@')[0]).join('+')}`
const run = (rules: ReceiptRule[], evaluation: Evaluation = 'message', secure = false) =>
  evaluate({ rules, recipients: ['a@shop.test', 'b@shop.test', 'c@other.test'], secure, evaluation })

describe('evaluating receipt rules once for a mail', () => {
  it('runs all matching rules in order, each with the recipients that it matched', () => {
    const rules = [rule('1', ['shop.test'], s3('x'), bounce), rule('2', ['c@other.test'], s3('y')), rule('3', ['nobody.test'], s3('z'))]
    expect(run(rules).map(brief)).toEqual(['1:S3:a+b', '1:Bounce:a+b', '2:S3:c'])
  })

  it('passes over disabled rules, also those that never said so', () => {
    const { Enabled: _, ...unsaid } = rule('2', ['shop.test'], s3('x'))
    expect(run([{ ...rule('1', ['shop.test'], s3('x')), Enabled: false }, unsaid])).toEqual([])
  })

  it('lets a rule that requires TLS match secure connections alone', () => {
    const rules: ReceiptRule[] = [{ ...rule('1', ['shop.test'], s3('x')), TlsPolicy: 'Require' }]
    expect(run(rules, 'message', false)).toEqual([])
    expect(run(rules, 'message', true).map(brief)).toEqual(['1:S3:a+b'])
  })

  it('ends the set for every recipient at a Stop, which is itself a step', () => {
    const rules = [rule('1', ['a@shop.test'], s3('x'), stop), rule('2', ['shop.test', 'other.test'], s3('y'))]
    expect(run(rules).map(brief)).toEqual(['1:S3:a', '1:Stop:a'])
  })

  it('goes on after a Bounce', () => {
    expect(run([rule('1', ['a@shop.test'], bounce), rule('2', ['shop.test'], s3('y'))]).map(brief)).toEqual(['1:Bounce:a', '2:S3:a+b'])
  })

  it('shows an added field to later actions alone, of later rules too', () => {
    const steps = run([rule('1', ['a@shop.test'], s3('x'), add('X-One'), s3('y')), rule('2', ['b@shop.test'], add('X-Two'), s3('z'))])
    const seen = steps.filter((s) => s.action.S3Action).map((s) => s.added.map((f) => f.name))
    expect(seen).toEqual([[], ['X-One'], ['X-One', 'X-Two']])
  })
})

describe('evaluating receipt rules for each recipient', () => {
  it('stops for the recipient that met the Stop alone', () => {
    const rules = [rule('1', ['a@shop.test'], s3('x'), stop), rule('2', ['shop.test', 'other.test'], s3('y'))]
    expect(run(rules, 'recipient').map(brief)).toEqual(['1:S3:a', '1:Stop:a', '2:S3:b', '2:S3:c'])
  })

  it('keeps an added field to the recipient that it was added for', () => {
    const steps = run([rule('1', ['a@shop.test'], add('X-One')), rule('2', ['shop.test'], s3('z'))], 'recipient')
    expect(steps.filter((s) => s.action.S3Action).map((s) => [brief(s), s.added.length])).toEqual([
      ['2:S3:a', 1],
      ['2:S3:b', 0],
    ])
  })
})
