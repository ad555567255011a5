import { expect, it } from 'vitest'
import { parseMail } from './parse'

const mail = (text: string) => parseMail(Buffer.from(text.replace(/\n/g, '\r\n')))

it('reads a mail: fields in order and decoded, authors, text, attachments measured', async () => {
  const parsed = await mail(`Received: one
Received: two
From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <Yamada@Example.jp>, ben@c.example
Subject: =?UTF-8?B?6KuL5rGC?= =?UTF-8?B?5pu4?=
Message-ID: <1@a.example>
Date: Tue, 03 Mar 2026 10:25:18 +0900
X-Folded: a
 b
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Hello 世界
--b
Content-Type: application/pdf; name="=?UTF-8?Q?r=C3=A9sum=C3=A9.pdf?="
Content-Disposition: attachment
Content-Transfer-Encoding: base64

AAECAwQ=
--b--
`)
  expect(parsed).toMatchObject({
    from: [
      { address: 'Yamada@Example.jp', name: '山田' },
      { address: 'ben@c.example', name: '' },
    ],
    subject: '請求書',
    messageId: '<1@a.example>',
    date: new Date('2026-03-03T01:25:18Z'),
    hasHtml: false,
    attachments: [{ filename: 'résumé.pdf', contentType: 'application/pdf', size: 5, disposition: 'attachment' }],
    parseError: undefined,
  })
  expect(parsed.text.trim()).toBe('Hello 世界')
  expect(parsed.headers.slice(0, 4).map((h) => `${h.name}: ${h.value}`)).toEqual([
    'Received: one',
    'Received: two',
    'From: 山田 <Yamada@Example.jp>, ben@c.example',
    'Subject: 請求書',
  ])
  expect(parsed.headers.find((h) => h.name === 'X-Folded')?.value).toBe('a b')
})

it('takes the text of the HTML where there is no other', async () => {
  const parsed = await mail('Subject: x\nContent-Type: text/html\n\n<p>Hello <b>you</b></p><script>alert(1)</script>')
  expect(parsed).toMatchObject({ hasHtml: true })
  expect(parsed.text).toContain('Hello you')
  expect(parsed.text).not.toContain('alert')
})

it('keeps at most 64 KB of text, whole characters', async () => {
  const parsed = await mail(`Subject: x\nContent-Type: text/plain; charset=utf-8\n\n${'あ'.repeat(40_000)}`)
  expect(Buffer.byteLength(parsed.text)).toBe(65_535)
})

it('leaves out what Postgres refuses', async () => {
  const parsed = await mail('Subject: a\u0000b =?UTF-8?B?AGM=?=\nX-A: \u0000\nContent-Type: text/plain\n\nx\u0000y')
  expect(JSON.stringify(parsed)).not.toContain('\\u0000')
  expect(parsed.subject).toContain('\ufffd')
})

it.each([
  ['no header section', '\n\njust text'],
  ['nothing', ''],
  ['more parts than are read', `Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(1500)}--b--`],
])('says why it could not read %s', async (_name, text) => {
  expect((await mail(text)).parseError).toMatch(/./)
})

it('reads the head of what it cannot parse', async () => {
  const parsed = await mail(`From: a@b.example\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(1500)}`)
  expect(parsed).toMatchObject({ subject: 's', from: [{ address: 'a@b.example' }] })
})

it('gives up in time, and says so', async () => {
  const parsed = await parseMail(Buffer.concat([Buffer.from('Subject: s\r\n\r\n'), Buffer.alloc(8_000_000, 'x\r\n')]), 1)
  expect(parsed).toMatchObject({ subject: 's', parseError: expect.stringMatching(/took more than/) })
})

it('reads bare line feeds, 8-bit fields and lines that are no fields', async () => {
  const raw = Buffer.concat([Buffer.from('From someone at some time\nSubject: '), Buffer.from([0xe9]), Buffer.from('\nnonsense line\nX-B: é\n\nbody')])
  const parsed = await parseMail(raw)
  expect(parsed.headers).toEqual([
    { name: 'Subject', value: 'é' },
    { name: 'X-B', value: 'é' },
  ])
})

it.each(['a'.repeat(20_000), Array.from({ length: 5000 }, (_, i) => `a${i}@b.example`).join(', '), '<'.repeat(5000), '"'.repeat(9999), '('.repeat(9999)])(
  'reads a hostile From field in good time',
  async (from) => {
    const started = performance.now()
    await mail(`From: ${from}\nSubject: s\n\nx`)
    expect(performance.now() - started).toBeLessThan(5000)
  },
)

it('reads nothing odd into 500 mangled mails', async () => {
  const whole = Buffer.from('From: a@b.example\r\nSubject: =?UTF-8?B?6KuL?=\r\nContent-Type: multipart/alternative; boundary="=_x"\r\n\r\n--=_x\r\nContent-Type: text/html; charset=shift_jis\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=83=41<b>x</b>\r\n--=_x--\r\n')
  let state = 11
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  for (let i = 0; i < 500; i++) {
    const bytes = Buffer.from(whole)
    for (let k = 0; k < 8; k++) bytes[random(bytes.length)] = random(256)
    const parsed = await parseMail(bytes.subarray(0, random(bytes.length)))
    expect(JSON.stringify(parsed)).not.toContain('\\u0000')
  }
})
