import { generateKeyPairSync, randomBytes } from 'node:crypto'
import nodemailer from 'nodemailer'
import { putDnsRecords } from '@/lib/testing/demo/dns'
import { local } from '@/e2e/journeys/local'

/** A sender's domain with a DKIM key of its own in the local DNS, and what signs with it. */
export async function signer(): Promise<{ from: string; sign: (to: string, subject: string, text: string) => Promise<Buffer> }> {
  const domainName = `signed-${randomBytes(4).toString('hex')}.example`
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const value = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`
  await putDnsRecords(local().awsEndpoint, [{ name: `e2e._domainkey.${domainName}`, type: 'TXT', values: [value] }])
  const from = `writer@${domainName}`
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const sign = async (to: string, subject: string, text: string) =>
    (await composer.sendMail({ from, to, subject, text, dkim: { domainName, keySelector: 'e2e', privateKey } })).message as Buffer
  return { from, sign }
}
