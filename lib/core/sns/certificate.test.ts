import { rootCertificates } from 'node:tls'
import { generate } from 'selfsigned'
import { expect, it } from 'vitest'
import { readCertificate } from './certificate'

const year = 31_536_000_000
const now = Date.parse('2026-03-01T00:00:00Z')

async function authority(organization = 'Amazon') {
  const made = await generate(
    [
      { name: 'organizationName', value: organization },
      { name: 'commonName', value: 'Amazon Root CA 1' },
    ],
    {
      keySize: 2048,
      algorithm: 'sha256',
      notBeforeDate: new Date(now),
      notAfterDate: new Date(now + year),
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'keyUsage', keyCertSign: true },
      ],
    },
  )
  return { key: made.private, cert: made.cert }
}

async function leaf(ca: { key: string; cert: string }, host = 'sns.amazonaws.com') {
  const made = await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now),
    notAfterDate: new Date(now + year),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
    ca,
  })
  return made.cert
}

it('reads key and dates, and asks for no name where no roots are given', async () => {
  const { cert } = await generate([{ name: 'commonName', value: 'anything' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now),
    notAfterDate: new Date(now + year),
  })
  expect(readCertificate(cert)).toMatchObject({ validFrom: now, validTo: now + year })
})

it('wants SNS for a name and Amazon for an issuer where roots are given', async () => {
  const amazon = await authority()
  expect(readCertificate(await leaf(amazon), rootCertificates)).toMatchObject({ validFrom: now })
  const otherName = await leaf(amazon, 'sns.amazonaws.com.evil.example')
  expect(readCertificate(otherName, rootCertificates)).toEqual({ refused: 'The certificate is not for sns.amazonaws.com' })
  const otherIssuer = await leaf(await authority('Amazon Evil'))
  expect(readCertificate(otherIssuer, rootCertificates)).toEqual({ refused: 'The certificate was not issued by Amazon' })
  expect(readCertificate(amazon.cert, rootCertificates)).toEqual({ refused: 'The certificate is an authority, not a signer' })
})

it('follows a chain in the file to a root', async () => {
  const [amazon, other] = await Promise.all([authority(), authority()])
  const cert = await leaf(amazon)
  expect(readCertificate(cert + amazon.cert, [amazon.cert])).toMatchObject({ validFrom: now })
  expect(readCertificate(cert + amazon.cert, [other.cert])).toEqual({ refused: 'The certificate does not lead to a trusted root' })
  expect(readCertificate(cert + other.cert, [other.cert])).toEqual({ refused: 'The certificate does not lead to a trusted root' })
})

it('refuses what is no certificate, and a weak key', async () => {
  expect(readCertificate('<html>')).toEqual({ refused: 'The file is not a certificate' })
  const empty = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
  expect(readCertificate(empty)).toEqual({ refused: 'The file is not a certificate' })
  const weak = await generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], { keySize: 1024, algorithm: 'sha256' })
  expect(readCertificate(weak.cert)).toEqual({ refused: 'The certificate has no RSA key of at least 2048 bits' })
})
