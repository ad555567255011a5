import { X509Certificate, createHash, createPrivateKey, randomBytes, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { generate } from 'selfsigned'

export interface SigningCertificate {
  pem: string
  key: KeyObject
  /** `/SimpleNotificationService-<32 hex>.pem`, AWS's form. */
  path: string
}

const day = 86_400_000

/** The certificate that signs envelopes: made once, key and certificate in one file (0600) of `dir`, replaced when it runs out. */
export async function loadCertificate(dir: string, now: Date): Promise<SigningCertificate> {
  const file = path.join(dir, 'sns-signing.pem')
  const kept = await read(file)
  if (kept && new Date(new X509Certificate(kept).validTo).getTime() > now.getTime() + day) return parts(kept)

  const made = await generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + 3650 * day),
  })
  const both = `${made.cert.trim()}\n${made.private.trim()}\n`
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const aside = `${file}.${randomBytes(4).toString('hex')}`
  const handle = await open(aside, 'wx', 0o600)
  try {
    await handle.writeFile(both)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, file)
  return parts(both)
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parts(both: string): SigningCertificate {
  const end = '-----END CERTIFICATE-----'
  const pem = `${both.slice(0, both.indexOf(end) + end.length)}\n`
  const hash = createHash('sha256').update(pem).digest('hex').slice(0, 32)
  return { pem, key: createPrivateKey(both.slice(pem.length)), path: `/SimpleNotificationService-${hash}.pem` }
}
