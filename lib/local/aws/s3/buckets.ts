import { ACCOUNT, type AwsResponse } from '@/lib/local/aws/contracts'
import { empty, isoDate, xmlAnswer } from './answer'
import { parseTagging } from './description'
import { s3Error, type S3ErrorCode } from './errors'
import { readPayload } from './payload'
import type { BucketCall, S3State } from './state'
import { elements, parseXml, text, xmlDocument } from './xml'

/** "Bucket naming rules", Amazon S3 User Guide. */
const isBucketName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..') && !/^\d+(\.\d+){3}$/.test(name) && !/^(xn--|sthree-)/.test(name)

export async function createBucket({ state, request, bucket }: BucketCall): Promise<AwsResponse> {
  if (!isBucketName(bucket)) throw s3Error('InvalidBucketName', { BucketName: bucket })
  const { content } = readPayload(request)
  const constraint = content.length === 0 ? undefined : text(parseXml(content, 'CreateBucketConfiguration'), 'LocationConstraint')?.trim()
  if (constraint === undefined && request.region !== 'us-east-1') throw s3Error('IllegalLocationConstraintException')
  let existed = false
  await state.store.transaction(() => {
    existed = state.buckets.get(bucket) !== undefined
    if (!existed) void state.buckets.put(bucket, { region: constraint ?? 'us-east-1', created: state.seconds(), configuration: {} })
  })
  // us-east-1 alone answers 200 to the owner of an existing bucket (Amazon S3 API Reference, CreateBucket).
  if (existed && request.region !== 'us-east-1') throw s3Error('BucketAlreadyOwnedByYou', { BucketName: bucket })
  return empty(200, { location: `/${bucket}` })
}

export function headBucket({ state, bucket }: BucketCall): AwsResponse {
  return empty(200, { 'x-amz-bucket-region': state.bucket(bucket).region, 'content-type': 'application/xml' })
}

export async function deleteBucket({ state, bucket }: BucketCall): Promise<AwsResponse> {
  state.bucket(bucket)
  let filled = false
  await state.store.transaction(() => {
    const [first] = state.objects.getKeys({ start: `${bucket}/`, end: `${bucket}0`, limit: 1 })
    filled = first !== undefined
    if (!filled) void state.buckets.remove(bucket)
  })
  if (filled) throw s3Error('BucketNotEmpty', { BucketName: bucket })
  return empty(204)
}

export function listBuckets(state: S3State, query: URLSearchParams): AwsResponse {
  const prefix = query.get('prefix') ?? ''
  const buckets = [...state.buckets.getRange({ start: prefix })].filter(({ key }) => key.startsWith(prefix))
  return xmlAnswer(
    xmlDocument('ListAllMyBucketsResult', {
      Owner: { ID: ACCOUNT, DisplayName: 'local' },
      Buckets: {
        Bucket: buckets.map(({ key, value }) => ({ Name: key, CreationDate: isoDate(value.created), BucketRegion: value.region })),
      },
    }),
  )
}

/** us-east-1 is told as an empty element (Amazon S3 API Reference, GetBucketLocation). */
export function getLocation({ state, bucket }: BucketCall): AwsResponse {
  const { region } = state.bucket(bucket)
  const namespace = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
  const element =
    region === 'us-east-1' ? `<LocationConstraint ${namespace}/>` : `<LocationConstraint ${namespace}>${region}</LocationConstraint>`
  return xmlAnswer(`<?xml version="1.0" encoding="UTF-8"?>\n${element}`)
}

interface Configuration {
  /** Refuses what S3 would refuse. */
  check: (body: Buffer) => void
  /** The error where none is set; or the document that S3 then gives. */
  absent: S3ErrorCode | { document: string }
  type?: string
  /** The status of a successful put. */
  put?: number
}

const encryption = xmlDocument('ServerSideEncryptionConfiguration', {
  Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
})

/** Bucket configurations that change nothing else here, by their query name. */
const configurations: Record<string, Configuration> = {
  policy: { check: checkPolicy, absent: 'NoSuchBucketPolicy', type: 'application/json', put: 204 },
  encryption: { check: checkEncryption, absent: { document: encryption } },
  publicAccessBlock: {
    check: (body) => void parseXml(body, 'PublicAccessBlockConfiguration'),
    absent: 'NoSuchPublicAccessBlockConfiguration',
  },
  tagging: { check: (body) => void parseTagging(body, 50), absent: 'NoSuchTagSet', put: 204 },
}

export const isConfiguration = (name: string): boolean => Object.hasOwn(configurations, name)

/** GET, PUT and DELETE of one bucket configuration. */
export async function configure({ state, request, bucket }: BucketCall, name: string): Promise<AwsResponse> {
  const kind = configurations[name]
  if (!kind) throw s3Error('NotImplemented')
  const current = state.bucket(bucket)
  if (request.method === 'GET') {
    const document = current.configuration[name]
    if (document !== undefined) return xmlAnswer(document, { 'content-type': kind.type ?? 'application/xml' })
    if (typeof kind.absent !== 'string') return xmlAnswer(kind.absent.document)
    throw s3Error(kind.absent, { BucketName: bucket })
  }
  const { content } = readPayload(request)
  if (request.method === 'PUT') kind.check(content)
  else if (request.method !== 'DELETE') throw s3Error('MethodNotAllowed', { Method: request.method })
  await state.store.transaction(() => {
    const fresh = state.buckets.get(bucket)
    if (!fresh) return
    const { [name]: _replaced, ...rest } = fresh.configuration
    const configuration = request.method === 'PUT' ? { ...rest, [name]: content.toString('utf8') } : rest
    void state.buckets.put(bucket, { ...fresh, configuration })
  })
  return empty(request.method === 'DELETE' ? 204 : (kind.put ?? 200))
}

function checkPolicy(body: Buffer): void {
  let policy: unknown
  try {
    policy = JSON.parse(body.toString('utf8'))
  } catch {
    throw s3Error('MalformedPolicy', {}, "Policies must be valid JSON and the first byte must be '{'")
  }
  if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) {
    throw s3Error('MalformedPolicy', {}, 'Missing required field Statement')
  }
}

function checkEncryption(body: Buffer): void {
  const [rule] = elements(parseXml(body, 'ServerSideEncryptionConfiguration'), 'Rule')
  const [byDefault] = rule ? elements(rule, 'ApplyServerSideEncryptionByDefault') : []
  const algorithm = byDefault ? text(byDefault, 'SSEAlgorithm')?.trim() : undefined
  if (algorithm === undefined || !['AES256', 'aws:kms', 'aws:kms:dsse'].includes(algorithm)) throw s3Error('MalformedXML')
}
