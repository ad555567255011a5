import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { rule } from './cloud.fixture'
import { EICAR, GTUBE, PLAIN, useMx, verdictsOf } from './mx.fixture'

const { cloud, send, stored, told } = useMx()

describe('spam and virus', () => {
  const part = (type: string, encoding: string, body: string, b = 'b') =>
    `From: a@client.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=${b}\r\n\r\n--${b}\r\n` +
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--${b}--\r\n`
  const crowd = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(600)}--b--\r\n`
  const bomb = () => zip(new Uint8Array(70_000_000))
  const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
  const zip = (content: Uint8Array, name = 'a.bin') => zipSync({ [name]: content })
  const eicar = Buffer.from(EICAR)
  const quoted = GTUBE.replace('GTUBE', '=47TU=\r\nBE')
  const zipped = part('application/zip', 'base64', base64(zip(eicar)), 'c')
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
    ['GTUBE in a quoted-printable HTML part', part('text/html', 'quoted-printable', quoted), 'FAIL', 'PASS'],
    ['EICAR in the text', `Subject: x\r\n\r\n${EICAR}\r\n`, 'PASS', 'FAIL'],
    ['EICAR attached', part('application/octet-stream', 'base64', base64(eicar)), 'PASS', 'FAIL'],
    ['EICAR zipped', part('application/zip', 'base64', base64(zip(eicar))), 'PASS', 'FAIL'],
    ['EICAR in a zip in a zip in a zip', part('application/zip', 'base64', base64(zip(zip(zip(eicar))))), 'PASS', 'FAIL'],
    ['a zip four deep', part('application/zip', 'base64', base64(zip(zip(zip(zip(eicar)))))), 'PASS', 'PROCESSING_FAILED'],
    ['EICAR in an attached mail', part('message/rfc822', '7bit', zipped), 'PASS', 'FAIL'],
    ['a broken zip', part('application/zip', 'base64', base64(zip(eicar).subarray(0, 40))), 'PASS', 'PROCESSING_FAILED'],
    ['an encrypted zip', part('application/zip', 'base64', base64(encrypted())), 'PASS', 'GRAY'],
    ['a zip that grows beyond bounds', part('application/zip', 'base64', base64(bomb())), 'PASS', 'PROCESSING_FAILED'],
    ['EICAR under a broken Content-Type', part('; name=a.bin', 'base64', base64(eicar)), 'PASS', 'FAIL'],
    ['too many parts', crowd, 'PROCESSING_FAILED', 'PROCESSING_FAILED'],
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
