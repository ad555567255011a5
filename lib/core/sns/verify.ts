import { isUtf8 } from 'node:buffer'
import { verify as verifySignature } from 'node:crypto'
import type { SigningCertificate } from './certificate'
import { certificatePath } from './certificate-url'
import { Envelope } from './envelope'
import { stringToSign } from './string-to-sign'

/** Why an envelope has no effect, in the order of the checks. */
export type Refusal =
  | 'too-large'
  | 'not-json'
  | 'not-an-envelope'
  | 'foreign-topic'
  | 'certificate-url'
  | 'certificate'
  | 'signature'
  | 'certificate-dates'
  | 'age'

export type Verified =
  | { ok: true; envelope: Envelope }
  /** `because` is for the operator's log: it may quote what the envelope claims. */
  | { ok: false; refusal: Refusal; because: string }

export interface Verification {
  body: Buffer
  /** Milliseconds since 1970. */
  now: number
  /** Whether a topic is ours. */
  topics: (arn: string) => boolean | Promise<boolean>
  /** The certificate behind a URL that has passed `certificatePath`. Throws where it cannot be had: that proves nothing. */
  certificates: (url: string) => SigningCertificate | { refused: string } | Promise<SigningCertificate | { refused: string }>
  /** What came out of a registered queue may be old: it has no age limit, and its certificate is judged at the time of signing. */
  via: 'http' | 'queue'
}

// SNS takes 262,144 bytes of message (AWS General Reference, SNS quotas); JSON writes a byte with at most six.
// The rest of an envelope is small.
export const largestBody = 262_144 * 6 + 65_536
const hour = 3_600_000
const oldest = 2 * hour
const aheadAtMost = hour / 12

/**
 * Whether a body is a genuine SNS envelope for one of our topics, by the checks in this order: size, JSON, topic, certificate
 * URL, certificate, signature, dates. The cheap ones and the topic come before anything is fetched. Throws only what `topics`
 * and `certificates` throw.
 */
export async function verifyEnvelope({ body, now, topics, certificates, via }: Verification): Promise<Verified> {
  if (body.length > largestBody) return refuse('too-large', `The body has ${body.length} bytes; SNS sends at most ${largestBody}`)
  const json = isUtf8(body) ? parseJson(body.toString('utf8')) : undefined
  if (json === undefined) return refuse('not-json', 'The body is not JSON in UTF-8. Raw message delivery must be off')
  const parsed = Envelope.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const why = `${issue?.path.join('.') || 'Type'}: ${issue?.message}`
    return refuse('not-an-envelope', `The body is not an SNS envelope (${why}). Raw message delivery must be off`)
  }
  const envelope = parsed.data
  const { TopicArn, SigningCertURL, Timestamp } = envelope
  if (!(await topics(TopicArn))) return refuse('foreign-topic', `The topic ${TopicArn} is not registered`)
  if (certificatePath(SigningCertURL, TopicArn) === undefined)
    return refuse('certificate-url', `${JSON.stringify(SigningCertURL)} is not where AWS keeps the certificate for ${TopicArn}`)
  const certificate = await certificates(SigningCertURL)
  if ('refused' in certificate) return refuse('certificate', `${certificate.refused}: ${SigningCertURL}`)
  if (!isSigned(envelope, certificate)) return refuse('signature', `The signature of ${envelope.MessageId} is not SNS's`)

  // From here on the envelope is proven to be SNS's. Wrong dates may be our own clock's fault, so they are never final.
  const signedAt = Date.parse(Timestamp)
  const judgedAt = via === 'queue' ? signedAt : now
  if (judgedAt < certificate.validFrom || judgedAt > certificate.validTo)
    return refuse('certificate-dates', `${SigningCertURL} is not valid at ${new Date(judgedAt).toISOString()}. Is the clock right?`)
  if (via === 'http' && (signedAt < now - oldest || signedAt > now + aheadAtMost))
    return refuse('age', `${envelope.MessageId} was signed at ${Timestamp}, and it is ${new Date(now).toISOString()}. Is the clock right?`)
  return { ok: true, envelope }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isSigned(envelope: Envelope, { key }: SigningCertificate): boolean {
  const algorithm = envelope.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1'
  return verifySignature(algorithm, Buffer.from(stringToSign(envelope)), key, Buffer.from(envelope.Signature, 'base64'))
}

const refuse = (refusal: Refusal, because: string): Verified => ({ ok: false, refusal, because })
