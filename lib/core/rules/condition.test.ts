import { expect, it } from 'vitest'
import { decide } from './condition'
import { FoldedFacts, type Facts } from './facts'
import type { Condition } from './rule'
import type { Verdicts } from './verdict'

const facts: Facts = {
  recipient: 'sales+spring@b.example',
  mailbox: 'sales@b.example',
  mailFrom: '',
  from: ['Ann@A.example', 'ben@c.example'],
  subject: 'Invoice 88: Größe',
  headers: new Map([
    ['list-id', ['<news.a.example>']],
    ['received', ['from one', 'from two']],
  ]),
}
const verdicts: Verdicts = { spam: 'FAIL', virus: 'PASS', spf: 'GRAY', dkim: 'PASS', dmarc: 'UNKNOWN' }
const run = (condition: Condition) => decide(condition, new FoldedFacts(facts), verdicts)
const yes: Condition = { field: 'subject', op: 'contains', values: ['invoice'] }
const no: Condition = { field: 'subject', op: 'contains', values: ['receipt'] }

it.each<[Condition, boolean, string]>([
  [yes, true, 'subject contains "invoice": "Invoice 88: Größe"'],
  [no, false, 'subject does not contain "receipt": "Invoice 88: Größe"'],
  [{ field: 'subject', op: 'contains', values: ['x', 'GRÖSSE', 'gro\u0308ße'] }, true, 'subject contains "gro\u0308ße": "Invoice 88: Größe"'],
  [{ field: 'subject', op: 'starts_with', values: ['INVOICE'] }, true, 'subject starts with "INVOICE": "Invoice 88: Größe"'],
  [{ field: 'subject', op: 'ends_with', values: ['88'] }, false, 'subject does not end with "88": "Invoice 88: Größe"'],
  [{ field: 'recipient', op: 'equals', values: ['sales@b.example'] }, false, 'recipient is not "sales@b.example": "sales+spring@b.example"'],
  [{ field: 'mailbox', op: 'equals', values: ['Sales@B.example'] }, true, 'mailbox is "Sales@B.example": "sales@b.example"'],
  [{ field: 'mailFrom', op: 'equals', values: ['x@y.example'] }, false, 'mailFrom is not "x@y.example": ""'],
  [{ field: 'mailFrom', op: 'not_equals', values: ['x@y.example'] }, true, 'mailFrom is not "x@y.example": ""'],
  [{ field: 'from', op: 'equals', values: ['ben@c.example'] }, true, 'from is "ben@c.example": "ben@c.example"'],
  [{ field: 'from', op: 'not_equals', values: ['ben@c.example'] }, false, 'from is "ben@c.example": "ben@c.example"'],
  [{ field: 'from', op: 'not_equals', values: ['x', 'y'] }, true, 'from is not "x" or "y": "Ann@A.example" or "ben@c.example"'],
  [{ field: 'header', name: 'List-ID', op: 'exists' }, true, 'header List-ID is there: "<news.a.example>"'],
  [{ field: 'header', name: 'X-No', op: 'exists' }, false, 'header X-No is not there'],
  [{ field: 'header', name: 'X-No', op: 'equals', values: ['a'] }, false, 'header X-No is not there'],
  [{ field: 'header', name: 'X-No', op: 'not_equals', values: ['a'] }, true, 'header X-No is not there'],
  [{ field: 'header', name: 'Received', op: 'contains', values: ['two'] }, true, 'header Received contains "two": "from two"'],
  [{ field: 'header', name: '__proto__', op: 'exists' }, false, 'header __proto__ is not there'],
  [{ field: 'verdict.spam', op: 'equals', values: ['PASS'] }, false, 'verdict.spam is FAIL, not PASS'],
  [{ field: 'verdict.spam', op: 'not_equals', values: ['PASS', 'GRAY'] }, true, 'verdict.spam is FAIL, not PASS or GRAY'],
  [{ field: 'verdict.dmarc', op: 'equals', values: ['UNKNOWN'] }, true, 'verdict.dmarc is UNKNOWN'],
  [{ field: 'verdict.spf', op: 'not_equals', values: ['GRAY'] }, false, 'verdict.spf is GRAY'],
])('%j: %s, because %s', (condition, matched, because) => {
  expect(run(condition)).toMatchObject({ matched, because })
})

it.each<[Condition, boolean]>([
  [{ all: [] }, true],
  [{ any: [] }, false],
  [{ none: [] }, true],
  [{ all: [yes, yes] }, true],
  [{ all: [yes, no] }, false],
  [{ any: [no, yes] }, true],
  [{ any: [no, no] }, false],
  [{ none: [no, no] }, true],
  [{ none: [no, yes] }, false],
  [{ all: [{ any: [no, { none: [no] }] }, { none: [{ all: [yes, no] }] }] }, true],
  [{ none: [{ any: [] }, { none: [{ all: [] }] }] }, true],
  [{ none: [{ all: [] }] }, false],
])('groups: %j is %s', (condition, matched) => {
  expect(run(condition).matched).toBe(matched)
})

it('tells of each part that mattered', () => {
  expect(run({ all: [yes, { none: [no] }] }).because).toBe(
    'subject contains "invoice": "Invoice 88: Größe"; subject does not contain "receipt": "Invoice 88: Größe"',
  )
  expect(run({ none: [yes] }).because).toBe('this must not hold: subject contains "invoice": "Invoice 88: Größe"')
})
