import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { describe, expect, it } from 'vitest'
import { rule, TOPIC } from './cloud.fixture'
import { PLAIN, refused, useMx } from './mx.fixture'

const { cloud, port, send, stored, talk, told } = useMx()

describe('a mail that is accepted', () => {
  it('is stored and told before the 250, which names its id', async () => {
    const { response } = await send(PLAIN)
    const id = /^250 OK ([0-9a-v]{40})$/.exec(response)?.[1]
    expect(id).toBeDefined()
    expect(cloud.calls).toEqual([`put mail/inbox/${id}`, `received ${id} from ann@client.test`, `publish ${TOPIC}`])
    expect(cloud.published[0]?.subject).toBe('Amazon SES Email Receipt Notification')
    expect(told()[0]).toMatchObject({
      notificationType: 'Received',
      mail: {
        timestamp: '2026-03-04T05:06:07.089Z',
        source: 'ann@client.test',
        messageId: id,
        destination: ['a@shop.test'],
        headersTruncated: false,
        commonHeaders: { returnPath: 'ann@client.test', from: ['Ann <ann@client.test>'], to: ['a@shop.test'], subject: 'Hello' },
      },
      receipt: {
        timestamp: '2026-03-04T05:06:07.089Z',
        processingTimeMillis: expect.any(Number),
        recipients: ['a@shop.test'],
        spamVerdict: { status: 'PASS' },
        virusVerdict: { status: 'PASS' },
        spfVerdict: { status: 'GRAY' },
        dkimVerdict: { status: 'GRAY' },
        dmarcVerdict: { status: 'GRAY' },
        action: { type: 'S3', topicArn: TOPIC, bucketName: 'mail', objectKeyPrefix: 'inbox', objectKey: `inbox/${id}` },
      },
    })
    expect(told()[0]?.receipt).not.toHaveProperty('dmarcPolicy')
    expect(told()[0]).not.toHaveProperty('content')
  })

  it("has SES's own fields on top and its own bytes below", async () => {
    const { response } = await send(PLAIN)
    const id = response.split(' ').pop()
    const text = stored().toString()
    expect(text.endsWith(PLAIN)).toBe(true)
    const top = text.slice(0, -PLAIN.length)
    expect(top.split(/\r\n(?! )/).map((l) => l.split(':')[0])).toEqual([
      'Return-Path',
      'Received',
      'X-SES-Spam-Verdict',
      'X-SES-Virus-Verdict',
      'Received-SPF',
      'Authentication-Results',
      'X-SES-RECEIPT',
      'X-SES-DKIM-SIGNATURE',
      '',
    ])
    expect(top).toContain(
      'Received: from client.test (unknown [127.0.0.1])\r\n by inbound-smtp.us-east-1.amazonaws.com with SMTP id ' +
        `${id}\r\n for a@shop.test;\r\n Wed, 04 Mar 2026 05:06:07 +0000 (UTC)\r\n`,
    )
    expect(told()[0]?.mail.headers.slice(0, 2)).toEqual([
      { name: 'Return-Path', value: '<ann@client.test>' },
      { name: 'Received', value: expect.stringContaining(`with SMTP id ${id} for a@shop.test; Wed, 04 Mar 2026`) },
    ])
    expect(told()[0]?.mail.headers.slice(-3).map((h) => h.name)).toEqual(['From', 'To', 'Subject'])
  })

  it('names no recipient in its Received field where there are several', async () => {
    await send(PLAIN, ['a@shop.test', 'secret@shop.test'])
    expect(stored().toString()).not.toContain('secret@shop.test')
    expect(stored().toString()).not.toMatch(/\r\n for /)
    expect(told()[0]?.receipt.recipients).toEqual(['a@shop.test', 'secret@shop.test'])
  })

  it('may come from the null reverse-path, and by STARTTLS', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: port(), requireTLS: true, tls: { rejectUnauthorized: false } })
    await transport.sendMail({ envelope: { from: '', to: 'a@shop.test' }, raw: PLAIN })
    transport.close()
    expect(told()[0]?.mail.source).toBe('')
    expect(told()[0]?.mail.headers[0]).toEqual({ name: 'Return-Path', value: '<>' })
  })

  it('is stored without a notification where the rule names no topic', async () => {
    cloud.rules = [rule({ Actions: [{ S3Action: { BucketName: 'mail' } }] })]
    const { response } = await send(PLAIN)
    expect([...cloud.written.keys()]).toEqual([`mail/${response.split(' ').pop()}`])
    expect(cloud.published).toEqual([])
  })
})

describe('a recipient', () => {
  const rcpt = async (address: string) => (await talk(['EHLO c.test', 'MAIL FROM:<x@c.test>', `RCPT TO:<${address}>`])).at(3) ?? ''

  it.each([
    ['of a rule', 'a@shop.test', '250'],
    ['with a tag, where the address has a rule', 'info+x@one.test', '250'],
    ['beside that address', 'other@one.test', '550 5.1.1'],
    ['of a sub-domain that has no rule', 'a@sub.shop.test', '550 5.1.1'],
    ['of a domain with a rule that is not verified', 'a@unverified.test', '550 5.1.1'],
    ['without a domain', 'postmaster', '550 5.1.1'],
    ['in capitals', 'A@SHOP.TEST', '250'],
    ['of an internationalized domain', 'a@xn--bcher-kva.test', '250'],
  ])('%s: %s → %s', async (_, address, reply) => {
    cloud.verified = new Set(['shop.test', 'one.test', 'sub.shop.test', 'xn--bcher-kva.test'])
    cloud.rules = [rule({ Recipients: ['shop.test', 'info@one.test', 'unverified.test', 'xn--bcher-kva.test'] })]
    expect(await rcpt(address)).toMatch(new RegExp(`^${reply}`))
  })

  it('is refused while no rule set is active, and while its rule is disabled', async () => {
    cloud.rules = [rule({ Enabled: false })]
    expect(await rcpt('a@shop.test')).toBe('550 5.1.1 Requested action not taken: mailbox unavailable')
    cloud.rules = undefined
    expect(await rcpt('a@shop.test')).toBe('550 5.1.1 Requested action not taken: mailbox unavailable')
  })

  it('of a rule that requires TLS is refused in the clear, and taken after STARTTLS', async () => {
    cloud.rules = [rule({ TlsPolicy: 'Require' })]
    expect(await rcpt('a@shop.test')).toMatch(/^550 5\.1\.1/)
    const transport = createTransport({ host: '127.0.0.1', port: port(), requireTLS: true, tls: { rejectUnauthorized: false } })
    await transport.sendMail({ envelope: { from: 'x@c.test', to: 'a@shop.test' }, raw: PLAIN })
    transport.close()
    expect(told()).toHaveLength(1)
  })

  it('is refused to a blocked client, and the filters see the address that XCLIENT gave', async () => {
    cloud.receiptFilters = [{ Name: 'f', IpFilter: { Policy: 'Block', Cidr: '192.0.2.0/24' } }]
    const lines = (ip: string) => ['EHLO c.test', `XCLIENT ADDR=${ip}`, 'EHLO c.test', 'MAIL FROM:<x@c.test>', 'RCPT TO:<a@shop.test>']
    expect((await talk(lines('192.0.2.9'))).at(5)).toMatch(/^550 5\.7\.1/)
    expect((await talk(lines('198.51.100.9'))).at(5)).toMatch(/^250/)
  })

  it('over the fiftieth has to wait for another transaction', async () => {
    const many = Array.from({ length: 51 }, (_, i) => `RCPT TO:<a${i}@shop.test>`)
    const replies = await talk(['EHLO c.test', 'MAIL FROM:<x@c.test>', ...many])
    expect(replies.at(-2)).toMatch(/^250/)
    expect(replies.at(-1)).toMatch(/^452/)
  })
})

describe('the dialogue', () => {
  it('offers what SES offers, and refuses a mail that says it is too large', async () => {
    const [, ehlo, mail] = await talk(['EHLO c.test', 'MAIL FROM:<x@c.test> SIZE=41943041'])
    for (const word of ['PIPELINING', '8BITMIME', 'STARTTLS', 'SIZE 41943040']) expect(ehlo).toContain(word)
    expect(ehlo).not.toMatch(/AUTH|SMTPUTF8|ENHANCED/)
    expect(mail).toMatch(/^552/)
  })

  it('refuses a mail that turns out too large, and stores nothing', async () => {
    const error = await refused(send(Buffer.concat([Buffer.from(PLAIN), Buffer.alloc(40 * 1024 * 1024, 'aaaaaaaaa\r\n')])))
    expect(error.responseCode).toBe(552)
    expect(cloud.calls).toEqual([])
  })

  it('judges by the rules in force when the transaction began', async () => {
    const switchOff = () => {
      cloud.rules = undefined
      return 'DATA'
    }
    const replies = await talk(['EHLO c.test', 'MAIL FROM:<x@c.test>', 'RCPT TO:<a@shop.test>', switchOff, `${PLAIN}.`])
    expect(replies.at(-1)).toMatch(/^250 OK/)
    expect(cloud.calls).toHaveLength(3)
  })

  it('forgets a mail that breaks off', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port(), '127.0.0.1')
      const lines = ['EHLO c.test', 'MAIL FROM:<x@c.test>', 'RCPT TO:<a@shop.test>', 'DATA', PLAIN]
      socket.on('data', (data) => {
        const next = /^\d{3} /m.test(data.toString()) ? lines.shift() : undefined
        if (next !== undefined) socket.write(`${next}\r\n`, () => next === PLAIN && socket.destroy())
      })
      socket.on('close', () => resolve())
    })
    await send(PLAIN)
    expect(cloud.calls).toHaveLength(3)
  })

  it('asks to try again where the mail cannot be stored, and tells nobody', async () => {
    cloud.fail.put = new Error('disk full')
    expect((await refused(send(PLAIN))).responseCode).toBe(451)
    expect(cloud.calls).toEqual([])
  })

  it('asks to try again where the notification cannot be published', async () => {
    cloud.fail.publish = new Error('no such topic')
    expect((await refused(send(PLAIN))).responseCode).toBe(451)
  })
})

describe('bytes', () => {
  const header = Buffer.from('Subject: x\r\n')
  it.each<[string, Buffer]>([
    ['no header fields', Buffer.from('just text, no colon here\r\nand more\r\n')],
    ['an empty line first', Buffer.from('\r\nbody\r\n')],
    ['NUL bytes', Buffer.concat([header, Buffer.from([0x58, 0x3a, 0x00, 0x00, 0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0xff, 0x0d, 0x0a])])],
    ['8-bit header fields in Latin-1', Buffer.from('Subject: caf\xe9\r\nFrom: J\xfcrgen <j@x.test>\r\n\r\nna\xefve\r\n', 'latin1')],
    ['bare line feeds', Buffer.from('Subject: x\nFrom: a@b.test\n\nline\nline\n.dot\r\n')],
    ['dots at the start of lines', Buffer.from('Subject: x\r\n\r\n.\r\n..\r\n.a\r\n')],
    ['a header of 3 MB', Buffer.concat([Buffer.from('X-Long:'), Buffer.alloc(3_000_000, ' abcdefg\r\n'), Buffer.from('\r\nbody\r\n')])],
    ['a Subject of 300 KB', Buffer.from(`Subject: ${'wide '.repeat(60_000)}\r\n\r\nbody\r\n`)],
    ['2,000 header fields', Buffer.from(`${'X-Many: value\r\n'.repeat(2000)}\r\nbody\r\n`)],
    ['a boundary that never closes', Buffer.from('Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n')],
    ['600 MIME parts', Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(600)}--b--\r\n`)],
  ])('of a mail with %s are kept', async (_, raw) => {
    const escaped = Buffer.from(raw.toString('latin1').replace(/(^|\r\n)\./g, '$1..'), 'latin1')
    const body = Buffer.concat([escaped, Buffer.from('.')])
    const replies = await talk(['EHLO c.test', 'MAIL FROM:<x@c.test>', 'RCPT TO:<a@shop.test>', 'DATA', body])
    expect(replies.at(-1)).toMatch(/^250 OK/)
    expect(stored().subarray(-raw.length).equals(raw)).toBe(true)
    expect(cloud.published[0]?.message.length).toBeLessThan(256 * 1024)
  })
})

describe('header fields in the notification', () => {
  it('are cut at 10 KB, and it says so', async () => {
    await send(`X-Big: ${'y'.repeat(900)}\r\n`.repeat(12) + PLAIN)
    const mail = told()[0]?.mail
    expect(mail?.headersTruncated).toBe(true)
    expect(mail?.commonHeaders['subject']).toBe('Hello')
    expect(JSON.stringify(mail?.headers).length).toBeLessThan(12 * 1024)
  })

  it('are decoded among the common ones', async () => {
    const encoded =
      'From: =?utf-8?B?5pel5pys?= <a@client.test>\r\nTo: "Doe, J" <j@shop.test>, k@shop.test\r\n' +
      'Cc: =?iso-8859-1?Q?J=FCrgen?= <l@x.test>\r\n' +
      'Subject: =?utf-8?Q?caf=C3=A9?=\r\n =?utf-8?Q?_noir?=\r\n' +
      'Message-ID: <1@client.test>\r\nDate: Tue, 3 Mar 2026 10:00:00 +0900\r\n\r\nx\r\n'
    await send(encoded)
    expect(told()[0]?.mail).toMatchObject({
      destination: ['j@shop.test', 'k@shop.test', 'l@x.test'],
      commonHeaders: {
        from: ['日本 <a@client.test>'],
        to: ['"Doe, J" <j@shop.test>', 'k@shop.test'],
        cc: ['Jürgen <l@x.test>'],
        subject: 'café noir',
        messageId: '<1@client.test>',
        date: 'Tue, 3 Mar 2026 10:00:00 +0900',
      },
    })
  })
})
