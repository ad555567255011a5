import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readCertificate, type SigningCertificate } from './certificate'
import { bodyOf, certificateUrl, createSigner, signedEnvelope, topicArn, type Signer } from './signed.fixture'
import { largestBody, verifyEnvelope, type Verification } from './verify'

const now = Date.parse('2026-03-06T20:00:00Z')
const minute = 60_000
let signer: Signer
let certificate: SigningCertificate

beforeAll(async () => {
  signer = await createSigner(now)
  certificate = certificateOf(signer)
})

function certificateOf({ pem }: Signer): SigningCertificate {
  const read = readCertificate(pem)
  if ('refused' in read) throw new Error(read.refused)
  return read
}

const check = (body: Buffer, changes: Partial<Verification> = {}) =>
  verifyEnvelope({ body, now, topics: (arn) => arn === topicArn, certificates: () => certificate, via: 'http', ...changes })
const refusal = async (...args: Parameters<typeof check>) => {
  const verified = await check(...args)
  return verified.ok ? 'none' : verified.refusal
}
const signed = (changes?: Record<string, unknown>) => signedEnvelope(signer, now, changes)

describe('a genuine envelope', () => {
  it.each([
    ['by SHA-256', { SignatureVersion: '2' }],
    ['by SHA-1', { SignatureVersion: '1' }],
    ['without a subject', { Subject: undefined }],
    ['with a subject of null', { Subject: null }],
    ['that asks to confirm', { Type: 'SubscriptionConfirmation' }],
    ['that tells of an end', { Type: 'UnsubscribeConfirmation' }],
  ])('passes %s', async (_, changes) => {
    expect(await refusal(bodyOf(signed(changes)))).toBe('none')
  })

  it('loses what is not signed', async () => {
    const verified = await check(bodyOf({ ...signed(), UnsubscribeURL: 'https://evil.example', MessageAttributes: { a: 1 } }))
    expect(verified.ok && Object.keys(verified.envelope)).not.toContain('UnsubscribeURL')
  })
})

describe('each signed member', () => {
  const Timestamp = new Date(now + 1000).toISOString()
  const changes = { Message: 'x', MessageId: 'x', Subject: 'x', Timestamp, TopicArn: `${topicArn}2`, Type: 'UnsubscribeConfirmation' }
  it.each(Object.entries(changes))('%s is covered in a notification', async (name, value) => {
    const body = bodyOf({ ...signed(), Token: 'a', SubscribeURL: 'b', [name]: value })
    expect(await refusal(body, { topics: () => true })).toBe('signature')
  })
  it('Subject cannot be taken away or added', async () => {
    expect(await refusal(bodyOf({ ...signed(), Subject: undefined }))).toBe('signature')
    expect(await refusal(bodyOf({ ...signed({ Subject: undefined }), Subject: '' }))).toBe('signature')
  })
  for (const Type of ['SubscriptionConfirmation', 'UnsubscribeConfirmation'])
    it.each(['Token', 'SubscribeURL', 'Message', 'Timestamp'])(`%s is covered in a ${Type}`, async (name) => {
      const value = name === 'Timestamp' ? new Date(now + 1000).toISOString() : 'x'
      expect(await refusal(bodyOf({ ...signed({ Type }), [name]: value }))).toBe('signature')
    })
  it('the other algorithm does not pass', async () => {
    expect(await refusal(bodyOf({ ...signed({ SignatureVersion: '2' }), SignatureVersion: '1' }))).toBe('signature')
  })
  it('another key does not pass', async () => {
    const foreign = await createSigner(now)
    expect(await refusal(bodyOf(signedEnvelope(foreign, now)))).toBe('signature')
  })
})

describe('the order of the checks', () => {
  const never = () => {
    throw new Error('asked too early')
  }
  it('size, JSON and form before the topic', async () => {
    expect(await refusal(Buffer.alloc(largestBody + 1, ' '), { topics: never })).toBe('too-large')
    expect(await refusal(Buffer.from('no json'), { topics: never })).toBe('not-json')
    expect(await refusal(Buffer.from([0x22, 0xff, 0x22]), { topics: never })).toBe('not-json')
    expect(await refusal(Buffer.from('{"a":"\0"}'), { topics: never })).toBe('not-json')
    for (const body of ['null', '[]', '"x"', '{}', '{"Type":"Other"}'])
      expect(await refusal(Buffer.from(body), { topics: never })).toBe('not-an-envelope')
  })
  const members = ['MessageId', 'TopicArn', 'Message', 'Timestamp', 'SignatureVersion', 'Signature', 'SigningCertURL']
  it.each(members)('without %s it is no envelope', async (name) => {
    expect(await refusal(bodyOf({ ...signed(), [name]: undefined }), { topics: never })).toBe('not-an-envelope')
  })
  it.each([
    ['MessageId', 'a\u0000b'],
    ['MessageId', ''],
    ['MessageId', 'a'.repeat(101)],
    ['TopicArn', 'arn:aws:sqs:us-east-1:123456789012:inbound'],
    ['Timestamp', 'yesterday'],
    ['SignatureVersion', '3'],
    ['SignatureVersion', 2],
    ['Subject', 5],
  ])('with %s %j it is no envelope', async (name, value) => {
    expect(await refusal(bodyOf({ ...signed(), [name]: value }), { topics: never })).toBe('not-an-envelope')
  })
  it('the topic before the certificate, and an empty list refuses all', async () => {
    expect(await refusal(bodyOf(signed()), { topics: () => false, certificates: never })).toBe('foreign-topic')
  })
  it("the certificate's URL before it is fetched", async () => {
    const certificates = vi.fn(() => certificate)
    for (const SigningCertURL of [certificateUrl.replace('us-east-1', 'us-west-2'), certificateUrl.replace('sns.us', 'sns.s3-us')])
      expect(await refusal(bodyOf({ ...signed(), SigningCertURL }), { certificates })).toBe('certificate-url')
    expect(certificates).not.toHaveBeenCalled()
  })
  it('a certificate that is not Amazon’s', async () => {
    expect(await refusal(bodyOf(signed()), { certificates: () => ({ refused: 'Not Amazon' }) })).toBe('certificate')
  })
  it('the signature before any date, so that a forger is never told to come again', async () => {
    const old = bodyOf({ ...signed(), Message: 'forged', Timestamp: '2020-01-01T00:00:00.000Z' })
    expect(await refusal(old)).toBe('signature')
  })
  it('trouble with the certificate is passed on', async () => {
    await expect(check(bodyOf(signed()), { certificates: () => Promise.reject(new Error('no network')) })).rejects.toThrow('no network')
  })
})

describe('dates', () => {
  it.each([
    [-120, 'none'],
    [-121, 'age'],
    [5, 'none'],
    [6, 'age'],
  ])('signed %i minutes from now, by HTTP: %s', async (minutes, expected) => {
    expect(await refusal(bodyOf(signedEnvelope(signer, now + minutes * minute)))).toBe(expected)
  })
  it('by a queue there is no limit, also where the certificate has run out since', async () => {
    const old = bodyOf(signedEnvelope(signer, now))
    const later = now + 2 * 31_536_000_000
    expect(await refusal(old, { now: later, via: 'queue' })).toBe('none')
    expect(await refusal(old, { now: later })).toBe('certificate-dates')
  })
  it('a certificate must be valid, by HTTP now', async () => {
    const early = await createSigner(now, { from: now + minute })
    const late = await createSigner(now, { to: now - minute })
    for (const s of [early, late])
      expect(await refusal(bodyOf(signedEnvelope(s, now)), { certificates: () => certificateOf(s) })).toBe('certificate-dates')
  })
  it('a certificate must have been valid at signing, by a queue', async () => {
    const late = await createSigner(now, { to: now - minute })
    const certificates = () => certificateOf(late)
    expect(await refusal(bodyOf(signedEnvelope(late, now)), { via: 'queue', certificates })).toBe('certificate-dates')
  })
})
