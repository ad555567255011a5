import { expect, it } from 'vitest'
import { convertMessage } from './convert'

const received = (change: { mail?: object; receipt?: object; action?: object } = {}) => ({
  notificationType: 'Received',
  mail: { timestamp: '2026-03-03T10:25:18.793Z', source: 'ann@a.example', messageId: 'ses-1', destination: ['to@b.example'], ...change.mail },
  receipt: {
    timestamp: '2026-03-03T10:25:18.793Z',
    processingTimeMillis: 751,
    recipients: ['Bob@B.example', 'amy@b.example', 'bob@b.example'],
    spamVerdict: { status: 'PASS' },
    virusVerdict: { status: 'PASS' },
    spfVerdict: { status: 'GRAY' },
    dkimVerdict: { status: 'FAIL' },
    dmarcVerdict: { status: 'PASS' },
    action: { type: 'S3', topicArn: 'arn:t', bucketName: 'bucket', objectKey: 'inbox/ses-1', ...change.action },
    ...change.receipt,
  },
})
const convert = (value: object) => convertMessage(JSON.stringify(value))

it('takes the envelope, not the header fields', () => {
  expect(convert(received())).toEqual({
    kind: 'incoming',
    incoming: {
      sesMessageId: 'ses-1',
      receivedAt: new Date('2026-03-03T10:25:18.793Z'),
      mailFrom: 'ann@a.example',
      recipients: ['amy@b.example', 'bob@b.example'],
      verdicts: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'FAIL', dmarc: 'PASS' },
      dmarcPolicy: null,
      raw: { bucket: 'bucket', key: 'inbox/ses-1' },
    },
  })
})

it.each([
  ['reject', 'reject'],
  ['QUARANTINE', 'quarantine'],
  [{ status: 'REJECT' }, 'reject'],
  ['none', 'none'],
  ['something', null],
  [null, null],
])('reads the DMARC policy %j as %s', (dmarcPolicy, policy) => {
  expect(convert(received({ receipt: { dmarcPolicy } }))).toMatchObject({ incoming: { dmarcPolicy: policy } })
})

it.each([
  [{ status: 'DISABLED' }, 'DISABLED'],
  [{ status: 'pass' }, 'PASS'],
  [{ status: 'EXCELLENT' }, 'UNKNOWN'],
  [{}, 'UNKNOWN'],
  [undefined, 'UNKNOWN'],
])('reads the verdict %j as %s', (spamVerdict, spam) => {
  expect(convert(received({ receipt: { spamVerdict } }))).toMatchObject({ incoming: { verdicts: { spam } } })
})

it.each([
  [undefined, ''],
  ['<>', ''],
  ['<ann@a.example>', 'ann@a.example'],
  ['a\u0000b@a.example', 'a\ufffdb@a.example'],
])('reads the reverse-path %j as %j', (source, mailFrom) => {
  expect(convert(received({ mail: { source } }))).toMatchObject({ incoming: { mailFrom } })
})

it.each([
  ['Successfully validated SNS topic for Amazon SES event publishing.', /plain text: Successfully validated/],
  ['[]', /no notification of SES/],
  ['null', /no notification of SES/],
  ['{"eventType":"Delivery","mail":{}}', /event of type Delivery/],
  ['{"notificationType":"Bounce"}', /event of type Bounce/],
  ['{}', /no notification of SES/],
  [JSON.stringify(received({ mail: { messageId: 'AMAZON_SES_SETUP_NOTIFICATION' } })), /announces/],
  [JSON.stringify(received({ action: { type: 'Bounce' } })), /Bounce action/],
])('ignores %s', (message, why) => {
  const converted = convertMessage(message)
  expect(converted.kind).toBe('ignored')
  expect(converted.kind === 'ignored' && converted.why).toMatch(why)
})

it.each([
  [received({ action: { type: 'SNS' } }), /store mail in S3/],
  [received({ action: { objectKey: undefined } }), /names no object/],
  [received({ mail: { timestamp: 'yesterday' } }), /no time/],
  [received({ mail: { messageId: '' } }), /mail\.messageId/],
  [received({ receipt: { recipients: [] } }), /no recipient/],
  [{ notificationType: 'Received' }, /mail/],
])('does not act on what it cannot understand', (value, problem) => {
  const converted = convert(value)
  expect(converted.kind === 'invalid' && converted.problem).toMatch(problem)
})
