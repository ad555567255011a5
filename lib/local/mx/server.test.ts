import { generateKeyPairSync } from 'node:crypto'
import { connect } from 'node:net'
import { zipSync } from 'fflate'
import { dkimSign } from 'mailauth/lib/dkim/sign'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setEvaluation } from './evaluation'
import { rule, testCloud, TOPIC, type TestCloud } from './cloud.fixture'
import { startMx } from './server'

const GTUBE = ['XJS*C4JDBQADN1.NSBN3*2IDNEN*', 'GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'].join('')
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const PLAIN = 'From: Ann <ann@client.test>\r\nTo: a@shop.test\r\nSubject: Hello\r\n\r\nHi.\r\n'

let cloud: TestCloud
let mx: Awaited<ReturnType<typeof startMx>>

beforeAll(async () => {
  cloud = testCloud()
  mx = await startMx({ cloud, port: 0 })
})

beforeEach(async () => {
  cloud.reset()
  await setEvaluation(cloud, 'message')
})

afterAll(async () => {
  await mx.close()
  await cloud.discard()
})

interface Refused {
  responseCode?: number
  response?: string
}

async function send(raw: string | Buffer, to: string | string[] = 'a@shop.test', from = 'ann@client.test') {
  const transport = createTransport({ host: mx.host, port: mx.port, ignoreTLS: true, name: 'client.test' })
  try {
    return await transport.sendMail({ envelope: { from, to }, raw })
  } finally {
    transport.close()
  }
}

/** Speaks SMTP by hand: each line waits for its reply. Gives all that the server said. */
function talk(lines: (string | Buffer | (() => string))[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const replies: string[] = []
    let pending = ''
    const rest = [...lines]
    const socket = connect(mx.port, mx.host)
    socket.on('data', (data) => {
      if (socket.writableEnded) return
      pending += data.toString()
      const full = pending.split('\r\n')
      if (!/^\d{3} /.test(full.at(-2) ?? '')) return
      replies.push(pending.trimEnd())
      pending = ''
      const next = rest.shift()
      if (next === undefined) socket.end('QUIT\r\n')
      else socket.write(Buffer.concat([Buffer.from(typeof next === 'function' ? next() : next), Buffer.from('\r\n')]))
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(replies))
  })
}

const refused = async (attempt: Promise<unknown>): Promise<Refused> => {
  try {
    await attempt
  } catch (error) {
    return error as Refused
  }
  throw new Error('The mail was accepted.')
}

interface Told {
  notificationType: string
  mail: {
    timestamp: string
    source: string
    messageId: string
    destination: string[]
    headersTruncated: boolean
    headers: { name: string; value: string }[]
    commonHeaders: Record<string, string | string[]>
  }
  receipt: {
    recipients: string[]
    processingTimeMillis: number
    dmarcPolicy?: string
    action: Record<string, string>
    [verdict: string]: unknown
  }
  content?: string
}
const told = (): Told[] => cloud.published.map((p) => JSON.parse(p.message) as Told)
const verdictsOf = (t: Told | undefined) =>
  Object.fromEntries(['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((k) => [k, (t?.receipt[`${k}Verdict`] as { status: string }).status]))
const stored = (): Buffer => [...cloud.written.values()][0] ?? Buffer.alloc(0)

describe('a mail that is accepted', () => {
  it('is stored and told before the 250, which names its id', async () => {
    const { response } = await send(PLAIN)
    const id = /^250 OK ([0-9a-v]{40})$/.exec(response)?.[1]
    expect(id).toBeDefined()
    expect(cloud.calls).toEqual([`put mail/inbox/${id}`, `publish ${TOPIC}`])
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
      `Received: from client.test (unknown [127.0.0.1])\r\n by inbound-smtp.us-east-1.amazonaws.com with SMTP id ${id}\r\n for a@shop.test;` +
        '\r\n Wed, 04 Mar 2026 05:06:07 +0000 (UTC)\r\n',
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
    expect(told()[0]?.receipt.recipients).toEqual(['a@shop.test', 'secret@shop.test'])
  })

  it('may come from the null reverse-path, and by STARTTLS', async () => {
    const transport = createTransport({ host: mx.host, port: mx.port, requireTLS: true, tls: { rejectUnauthorized: false } })
    await transport.sendMail({ envelope: { from: '', to: 'a@shop.test' }, raw: PLAIN })
    transport.close()
    expect(told()[0]?.mail.source).toBe('')
    expect(told()[0]?.mail.headers[0]).toEqual({ name: 'Return-Path', value: '<>' })
  })

  it('is stored without a notification where the rule names no topic', async () => {
    cloud.rules = [rule({ Actions: [{ S3Action: { BucketName: 'mail' } }] })]
    const { response } = await send(PLAIN)
    expect(cloud.calls).toEqual([`put mail/${response.split(' ').pop()}`])
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
    expect(cloud.calls).toHaveLength(2)
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
      'From: =?utf-8?B?5pel5pys?= <a@client.test>\r\nTo: "Doe, J" <j@shop.test>, k@shop.test\r\nCc: =?iso-8859-1?Q?J=FCrgen?= <l@x.test>\r\n' +
      'Subject: =?utf-8?Q?caf=C3=A9?=\r\n =?utf-8?Q?_noir?=\r\nMessage-ID: <1@client.test>\r\nDate: Tue, 3 Mar 2026 10:00:00 +0900\r\n\r\nx\r\n'
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

describe('spam and virus', () => {
  const part = (type: string, encoding: string, body: string) =>
    'From: a@client.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n' +
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b--\r\n`
  const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
  const zip = (content: Uint8Array, name = 'a.bin') => zipSync({ [name]: content })
  const eicar = Buffer.from(EICAR)
  const encrypted = () => {
    const bytes = Buffer.from(zip(eicar))
    for (const [signature, offset] of [[0x04034b50, 6], [0x02014b50, 8]] as const)
      for (let i = 0; i < bytes.length - 4; i++) if (bytes.readUInt32LE(i) === signature) bytes.writeUInt8(1, i + offset)
    return bytes
  }

  it.each<[string, string, string, string]>([
    ['nothing', PLAIN, 'PASS', 'PASS'],
    ['GTUBE in the text', `Subject: x\r\n\r\n${GTUBE}\r\n`, 'FAIL', 'PASS'],
    ['GTUBE in a base64 part', part('text/plain', 'base64', base64(`hello ${GTUBE}`)), 'FAIL', 'PASS'],
    ['GTUBE in a quoted-printable HTML part', part('text/html', 'quoted-printable', GTUBE.replace('GTUBE', '=47TU=\r\nBE')), 'FAIL', 'PASS'],
    ['EICAR in the text', `Subject: x\r\n\r\n${EICAR}\r\n`, 'PASS', 'FAIL'],
    ['EICAR attached', part('application/octet-stream', 'base64', base64(eicar)), 'PASS', 'FAIL'],
    ['EICAR zipped', part('application/zip', 'base64', base64(zip(eicar))), 'PASS', 'FAIL'],
    ['EICAR in a zip in a zip in a zip', part('application/zip', 'base64', base64(zip(zip(zip(eicar))))), 'PASS', 'FAIL'],
    ['a zip four deep', part('application/zip', 'base64', base64(zip(zip(zip(zip(eicar)))))), 'PASS', 'PROCESSING_FAILED'],
    ['EICAR in an attached mail', part('message/rfc822', '7bit', part('application/zip', 'base64', base64(zip(eicar))).replace(/\bb\b(?=\r|-)/g, 'c')), 'PASS', 'FAIL'],
    ['a broken zip', part('application/zip', 'base64', base64(zip(eicar).subarray(0, 40))), 'PASS', 'PROCESSING_FAILED'],
    ['an encrypted zip', part('application/zip', 'base64', base64(encrypted())), 'PASS', 'GRAY'],
    ['a zip that grows beyond bounds', part('application/zip', 'base64', base64(zip(new Uint8Array(70_000_000)))), 'PASS', 'PROCESSING_FAILED'],
    ['too many parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(600)}--b--\r\n`, 'PROCESSING_FAILED', 'PROCESSING_FAILED'],
  ])('%s: %#', async (_, raw, spam, virus) => {
    await send(raw)
    expect(verdictsOf(told()[0])).toMatchObject({ spam, virus })
    expect(stored().toString('latin1')).toContain(`X-SES-Spam-Verdict: ${spam}\r\nX-SES-Virus-Verdict: ${virus}\r\n`)
  })

  it('is DISABLED for a rule that does not scan, beside one that does', async () => {
    cloud.rules = [rule({ Name: 'blind', ScanEnabled: false }), rule({ Name: 'seeing' })]
    await send(`Subject: x\r\n\r\n${GTUBE}\r\n`)
    expect(told().map(verdictsOf)).toEqual([
      expect.objectContaining({ spam: 'DISABLED', virus: 'DISABLED', spf: 'GRAY' }),
      expect.objectContaining({ spam: 'FAIL', virus: 'PASS' }),
    ])
  })

  it('can be switched by X-Local-Verdict, which is cut from the mail', async () => {
    await send(`X-Local-Verdict: spam=GRAY; virus=PROCESSING_FAILED;\r\n dmarc=FAIL; dmarcPolicy=quarantine\r\n${PLAIN}`)
    expect(verdictsOf(told()[0])).toEqual({ spam: 'GRAY', virus: 'PROCESSING_FAILED', spf: 'GRAY', dkim: 'GRAY', dmarc: 'FAIL' })
    expect(told()[0]?.receipt.dmarcPolicy).toBe('quarantine')
    expect(stored().toString()).not.toMatch(/local-verdict/i)
    expect(JSON.stringify(told())).not.toMatch(/local-verdict/i)
    expect(stored().toString().endsWith(PLAIN)).toBe(true)
  })
})

describe('SPF, DKIM and DMARC', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

  async function signed(domain: string, raw = PLAIN): Promise<string> {
    const made = await dkimSign(raw, { signatureData: [{ signingDomain: domain, selector: 's1', privateKey: pem }] })
    return made.signatures + raw
  }
  const publish = (name: string, ...values: string[]) => cloud.zone.set(`TXT ${name}`, values.map((v) => [v]))

  it('take the client for what it is: 127.0.0.1, or what XCLIENT says', async () => {
    publish('client.test', 'v=spf1 ip4:127.0.0.1 -all')
    await send(PLAIN)
    publish('client.test', 'v=spf1 ip4:192.0.2.1 -all')
    await send(PLAIN)
    publish('client.test', 'v=spf1 ip4:192.0.2.1 ~all')
    await send(PLAIN)
    cloud.fail.dns = Object.assign(new Error('SERVFAIL'), { code: 'ESERVFAIL' })
    await send(PLAIN)
    expect(told().map((t) => verdictsOf(t)['spf'])).toEqual(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'])
  })

  it('pass for a mail signed by its From domain, and say so in the header', async () => {
    publish('s1._domainkey.client.test', `v=DKIM1; k=rsa; p=${key}`)
    publish('_dmarc.client.test', 'v=DMARC1; p=reject')
    await send(await signed('client.test'))
    expect(verdictsOf(told()[0])).toMatchObject({ dkim: 'PASS', dmarc: 'PASS' })
    expect(told()[0]?.mail.headers.find((h) => h.name === 'Authentication-Results')?.value).toMatch(
      /^amazonses\.com; spf=none .*; dkim=pass header\.i=@client\.test; dmarc=pass header\.from=client\.test;$/,
    )
  })

  it('fail for a body that was changed, with the policy of the domain', async () => {
    publish('s1._domainkey.client.test', `v=DKIM1; k=rsa; p=${key}`)
    publish('_dmarc.client.test', 'v=DMARC1; p=quarantine')
    await send((await signed('client.test')).replace('Hi.', 'Pay me.'))
    await send((await signed('client.test')).replace('Subject: Hello', 'Subject: Hullo'))
    expect(told().map(verdictsOf)).toEqual(Array(2).fill(expect.objectContaining({ dkim: 'FAIL', dmarc: 'FAIL' })))
    expect(told()[0]?.receipt.dmarcPolicy).toBe('quarantine')
  })

  it('do not take a signature of another domain for an own one', async () => {
    publish('s1._domainkey.other.test', `v=DKIM1; k=rsa; p=${key}`)
    publish('_dmarc.client.test', 'v=DMARC1; p=none')
    await send(await signed('other.test'))
    expect(verdictsOf(told()[0])).toMatchObject({ dkim: 'GRAY', dmarc: 'FAIL' })
    expect(told()[0]?.receipt.dmarcPolicy).toBe('none')
  })

  it('say PROCESSING_FAILED for a signature field that cannot be read, and for two From fields', async () => {
    await send(`DKIM-Signature: nonsense\r\n${PLAIN}`)
    await send(`From: other@client.test\r\n${PLAIN}`)
    expect(told().map((t) => [verdictsOf(t)['dkim'], verdictsOf(t)['dmarc']])).toEqual([
      ['PROCESSING_FAILED', 'GRAY'],
      ['GRAY', 'PROCESSING_FAILED'],
    ])
  })

  it('cannot be written by the client into the header that tells them', async () => {
    const lines = ['EHLO a;dmarc=pass', 'MAIL FROM:<"x;dkim=pass"@c.test>', 'RCPT TO:<a@shop.test>', 'DATA', `${PLAIN}.`]
    expect((await talk(lines)).at(-1)).toMatch(/^250 OK/)
    const line = told()[0]?.mail.headers.find((h) => h.name === 'Authentication-Results')?.value ?? ''
    expect(line).toMatch(/helo=a\?dmarc=pass/)
    expect(line).not.toMatch(/;\s*(dkim|dmarc)=pass/)
  })
})

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
    cloud.rules = [rule({ Actions: [{ LambdaAction: { FunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:f', TopicArn: TOPIC } }, s3('x')] })]
    await send(PLAIN)
    expect(shape()).toEqual([['S3', 'x', ['a@shop.test']]])
  })
})
