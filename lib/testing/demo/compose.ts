import { generateKeyPairSync } from 'node:crypto'
import nodemailer from 'nodemailer'
import { letters, type Letter } from './letters'
import { malformed } from './malformed'

export interface DemoMail {
  from: string
  to: string
  raw: Buffer
}

export interface DnsRecord {
  name: string
  type: string
  values: string[]
}

const selector = 'demo'
const signer = 'harbor.example'

/** The demo's 40 mails to a domain, and the DNS records by which some of them authenticate. Keys are made anew each time. */
export async function composeDemo(domain: string): Promise<{ mails: DemoMail[]; records: DnsRecord[] }> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const mails: DemoMail[] = []
  for (const letter of letters) mails.push({ from: addressOf(letter.from), to: `${letter.to}@${domain}`, raw: await composeLetter(letter, domain, privateKey) })
  for (const m of malformed) mails.push({ ...m, to: `${m.to}@${domain}` })
  const records = [
    { name: `${selector}._domainkey.${signer}`, type: 'TXT', values: [`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`] },
    { name: signer, type: 'TXT', values: ['v=spf1 -all'] },
    { name: `_dmarc.${signer}`, type: 'TXT', values: ['v=DMARC1; p=reject'] },
    { name: 'lantern.example', type: 'TXT', values: ['v=spf1 ip4:127.0.0.1 -all'] },
    { name: '_dmarc.lantern.example', type: 'TXT', values: ['v=DMARC1; p=none'] },
  ]
  return { mails, records }
}

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from

async function composeLetter(letter: Letter, domain: string, privateKey: string): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const info = await transport.sendMail({
    from: letter.from,
    to: `${letter.to}@${domain}`,
    subject: letter.subject,
    text: letter.text,
    ...(letter.html ? { html: `<p>${letter.text.replaceAll('\n\n', '</p><p>')}</p>` } : {}),
    ...(letter.attachment ? { attachments: [letter.attachment] } : {}),
    ...(letter.headers ? { headers: letter.headers } : {}),
    ...(letter.signed ? { dkim: { domainName: signer, keySelector: selector, privateKey } } : {}),
  })
  return info.message as Buffer
}
