import { expect, it } from 'vitest'
import type { Rule } from '@/lib/core/receipt/rule'
import { fromRule, toRule } from './convert'

it('goes there and back, and sends every member', () => {
  const rule: Rule = {
    name: 'r',
    enabled: false,
    scanEnabled: true,
    tlsPolicy: 'Require',
    recipients: ['a.test'],
    actions: [{ type: 'S3Action', settings: { BucketName: 'b', TopicArn: 't' } }, { type: 'StopAction', settings: { Scope: 'RuleSet' } }],
  }
  expect(toRule(fromRule(rule))).toEqual(rule)
  expect(fromRule(rule)).toEqual({
    ...{ Name: 'r', Enabled: false, ScanEnabled: true, TlsPolicy: 'Require', Recipients: ['a.test'] },
    Actions: [{ S3Action: { BucketName: 'b', TopicArn: 't' } }, { StopAction: { Scope: 'RuleSet' } }],
  })
})

it('fills in what SES leaves out, and keeps an action that it does not know', () => {
  expect(toRule({ Name: 'r', Actions: [JSON.parse('{"NewAction":{"Level":3}}')] })).toEqual({
    ...{ name: 'r', enabled: false, scanEnabled: false, tlsPolicy: 'Optional', recipients: [] },
    actions: [{ type: 'NewAction', settings: { Level: '3' } }],
  })
})
