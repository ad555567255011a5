import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth'
import { describe, expect, it } from 'vitest'
import { PLAIN, useMx, verdictsOf } from './mx.fixture'

const { cloud, send, talk, told } = useMx()

describe('SPF, DKIM and DMARC', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

  async function signed(domain: string, raw = PLAIN): Promise<string> {
    const signature = { signingDomain: domain, selector: 's1', privateKey: pem }
    const made = await dkimSign(raw, { ...signature, signatureData: [signature] })
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

  it('say PROCESSING_FAILED for a signature field that cannot be read', async () => {
    await send(`DKIM-Signature: nonsense\r\n${PLAIN}`)
    expect(verdictsOf(told()[0])).toMatchObject({ dkim: 'PROCESSING_FAILED', dmarc: 'GRAY' })
  })

  it.each([
    ['two From fields', 'From: a@client.test\r\nFrom: b@client.test\r\n\r\n'],
    ['a second From field that names nobody', 'From: nobody\r\nFrom: b@client.test\r\n\r\n'],
    ['two authors', 'From: a@client.test, b@other.test\r\n\r\n'],
    ['no From field', 'Subject: x\r\n\r\n'],
  ])('cannot tell DMARC for %s', async (_, raw) => {
    publish('client.test', 'v=spf1 ip4:127.0.0.1 -all')
    publish('_dmarc.client.test', 'v=DMARC1; p=reject')
    await send(raw)
    expect(verdictsOf(told()[0])).toMatchObject({ spf: 'PASS', dmarc: 'PROCESSING_FAILED' })
  })

  it('cannot be written by the client into the header that tells them', async () => {
    const lines = ['EHLO a;dmarc=pass', 'MAIL FROM:<"x;dkim=pass"@c.test>', 'RCPT TO:<a@shop.test>', 'DATA', `${PLAIN}.`]
    expect((await talk(lines)).at(-1)).toMatch(/^250 OK/)
    const line = told()[0]?.mail.headers.find((h) => h.name === 'Authentication-Results')?.value ?? ''
    expect(line).toMatch(/helo=a\?dmarc=pass/)
    expect(line).not.toMatch(/;\s*(dkim|dmarc)=pass/)
  })
})
