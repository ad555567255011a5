import { expect, it } from 'vitest'
import { hopsOf } from './hops'

it('reads the way from the sender on, with delays', () => {
  const fields = [
    { name: 'Received', value: 'from mx.a.test (mx.a.test [192.0.2.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id x for y; Tue, 24 Nov 2026 10:00:05 +0000 (UTC)' },
    { name: 'Subject', value: 'x' },
    { name: 'received', value: 'by mx.a.test; Tue, 24 Nov 2026 19:00:02 +0900' },
  ]
  expect(hopsOf(fields)).toEqual([
    { from: '', by: 'mx.a.test', at: new Date('2026-11-24T10:00:02Z'), delay: undefined },
    { from: 'mx.a.test (mx.a.test [192.0.2.1])', by: 'inbound-smtp.us-east-1.amazonaws.com', at: new Date('2026-11-24T10:00:05Z'), delay: 3000 },
  ])
})

it('has no time where none can be read', () => {
  expect(hopsOf([{ name: 'Received', value: 'nonsense' }])).toEqual([{ from: '', by: '', at: undefined, delay: undefined }])
})
