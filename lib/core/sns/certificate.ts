import { X509Certificate, type KeyObject } from 'node:crypto'

/** A certificate that may have signed an envelope. Times in milliseconds since 1970. */
export interface SigningCertificate {
  key: KeyObject
  validFrom: number
  validTo: number
}

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g
const owner = 'sns.amazonaws.com'

/**
 * Reads the PEM file behind a SigningCertURL. With `roots` (PEM, the machine's trusted ones) the certificate must be Amazon's
 * for SNS: its name is sns.amazonaws.com, its issuer is Amazon, and where the file holds the chain each link is signed by the
 * next, the last by a root. AWS's file holds the leaf alone; then it is the TLS connection to sns.<region>.amazonaws.com that
 * vouches for it. Gives `refused` with a reason for anything else. Dates are the verifier's to judge, at the envelope's time.
 */
export function readCertificate(pem: string, roots?: readonly string[]): SigningCertificate | { refused: string } {
  let chain: X509Certificate[]
  try {
    chain = (pem.match(block) ?? []).map((text) => new X509Certificate(text))
  } catch {
    return { refused: 'The file is not a certificate' }
  }
  const [leaf] = chain
  if (!leaf) return { refused: 'The file is not a certificate' }
  const { publicKey } = leaf
  if (publicKey.asymmetricKeyType !== 'rsa' || (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    return { refused: 'The certificate has no RSA key of at least 2048 bits' }
  const refused = roots && notAmazons(leaf, chain, roots)
  if (refused) return { refused }
  return { key: publicKey, validFrom: Date.parse(leaf.validFrom), validTo: Date.parse(leaf.validTo) }
}

function notAmazons(leaf: X509Certificate, chain: X509Certificate[], roots: readonly string[]): string | undefined {
  if (leaf.ca) return 'The certificate is an authority, not a signer'
  if (leaf.checkHost(owner) === undefined) return `The certificate is not for ${owner}`
  if (!/^O=Amazon$/m.test(leaf.issuer)) return 'The certificate was not issued by Amazon'
  if (chain.length === 1) return undefined
  const links = chain.every((c, i) => i === chain.length - 1 || signedBy(c, chain[i + 1]!))
  const last = chain[chain.length - 1]!
  const rooted = links && roots.some((pem) => {
    const root = new X509Certificate(pem)
    return root.fingerprint256 === last.fingerprint256 || signedBy(last, root)
  })
  return rooted ? undefined : 'The certificate does not lead to a trusted root'
}

const signedBy = (c: X509Certificate, issuer: X509Certificate): boolean => issuer.ca && c.checkIssued(issuer) && c.verify(issuer.publicKey)
