import { describe, expect, it } from 'vitest'
import { passes, readFilter } from './filter'

const attributes = {
  kind: { DataType: 'String', StringValue: 'order' },
  size: { DataType: 'Number', StringValue: '15' },
  tags: { DataType: 'String.Array', StringValue: '["a","b"]' },
}
const body = JSON.stringify({ mail: { source: 'a@b.example', n: 3 }, ok: true })
const by = (policy: object, scope?: string) => passes(JSON.stringify(policy), scope, { body, attributes })

describe('a filter policy', () => {
  it('lets all pass where there is none', () => {
    expect(passes(undefined, undefined, { body, attributes: {} })).toBe(true)
  })

  it.each([
    [{ kind: ['order', 'x'] }, true],
    [{ kind: ['x'] }, false],
    [{ kind: ['order'], missing: ['x'] }, false],
    [{ kind: [{ prefix: 'or' }] }, true],
    [{ kind: [{ suffix: 'er' }] }, true],
    [{ kind: [{ 'equals-ignore-case': 'ORDER' }] }, true],
    [{ kind: [{ 'anything-but': ['order'] }] }, false],
    [{ kind: [{ 'anything-but': { prefix: 'x' } }] }, true],
    [{ missing: [{ exists: false }] }, true],
    [{ kind: [{ exists: false }] }, false],
    [{ size: [15] }, true],
    [{ size: [{ numeric: ['>', 10, '<=', 15] }] }, true],
    [{ size: [{ numeric: ['<', 15] }] }, false],
    [{ tags: ['b'] }, true],
    [{ tags: ['c'] }, false],
  ])('of attributes: %j gives %s', (policy, expected) => expect(by(policy)).toBe(expected))

  it.each([
    [{ mail: { source: [{ suffix: '.example' }], n: [3] } }, true],
    [{ mail: { source: ['x'] } }, false],
    [{ ok: [true] }, true],
    [{ kind: ['order'] }, false],
  ])('of the body: %j gives %s', (policy, expected) => expect(by(policy, 'MessageBody')).toBe(expected))

  it('is refused where it is not understood', () => {
    for (const text of ['{', '{"a": 1}', '{"a": []}', '{"a": [{"cidr": "10.0.0.0/8"}]}', '{"a": [{"numeric": ["~", 1]}]}']) {
      expect(() => readFilter(text), text).toThrow(/FilterPolicy/)
    }
  })
})
