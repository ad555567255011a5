import { createHash, randomBytes } from 'node:crypto'
import type { AwsResponse } from '@/lib/local/aws/contracts'
import { checksumElements, checksumHeaders, empty, encryptionHeaders, isoDate, xmlAnswer } from './answer'
import { checksum, isAlgorithm } from './checksum'
import { notModified, writeCondition } from './conditions'
import { readDescription } from './description'
import { s3Error } from './errors'
import { copySource } from './objects'
import { readPayload, type Checksum } from './payload'
import { sliceOf } from './range'
import type { BucketCall, ObjectCall, Part, S3State, Upload } from './state'
import { header } from './target'
import { elements, parseXml, text, xmlDocument } from './xml'

/** All parts but the last have at least 5 MiB ("Amazon S3 multipart upload limits"). */
const smallestPart = 5 * 1024 * 1024

const partId = (uploadId: string, number: number): string => `${uploadId}/${String(number).padStart(5, '0')}`

function upload({ state, request, bucket, key }: ObjectCall): { id: string; upload: Upload } {
  const id = request.query.get('uploadId') ?? ''
  const found = state.uploads.get(id)
  if (!found || found.bucket !== bucket || found.key !== key) throw s3Error('NoSuchUpload', { UploadId: id })
  return { id, upload: found }
}

const partsOf = (state: S3State, uploadId: string): { number: number; part: Part }[] =>
  [...state.parts.getRange({ start: `${uploadId}/`, end: `${uploadId}0` })].map(({ key, value }) => ({
    number: Number(key.slice(uploadId.length + 1)),
    part: value,
  }))

export async function createUpload({ state, request, bucket, key }: ObjectCall): Promise<AwsResponse> {
  const owner = state.bucket(bucket)
  const id = randomBytes(24).toString('hex')
  await state.uploads.put(id, { ...readDescription(request), bucket, key, initiated: state.seconds() })
  const headers: Record<string, string> = {}
  for (const name of ['x-amz-checksum-algorithm', 'x-amz-checksum-type']) {
    const value = header(request, name)
    if (value !== undefined) headers[name] = value
  }
  const result = { Bucket: bucket, Key: key, UploadId: id }
  return xmlAnswer(xmlDocument('InitiateMultipartUploadResult', result), { ...headers, ...encryptionHeaders(owner) })
}

/** UploadPart, and UploadPartCopy where a source is named. */
export async function uploadPart(call: ObjectCall): Promise<AwsResponse> {
  const { state, request } = call
  const { id } = upload(call)
  const number = Number(request.query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw s3Error('InvalidArgument', { ArgumentName: 'partNumber' }, 'Part number must be an integer between 1 and 10000, inclusive')
  }
  const from = header(request, 'x-amz-copy-source')
  const part = from === undefined ? await sentPart(call) : await copiedPart(call, from)
  let replaced: Part | undefined
  let ended = false
  await state.store.transaction(() => {
    replaced = state.parts.get(partId(id, number))
    ended = state.uploads.get(id) === undefined
    if (!ended) void state.parts.put(partId(id, number), part)
  })
  if (ended) {
    await state.blobs.remove(part.blob)
    throw s3Error('NoSuchUpload', { UploadId: id })
  }
  if (replaced) await state.blobs.remove(replaced.blob)
  const etag = `"${part.etag}"`
  if (from === undefined) return empty(200, { etag, ...checksumHeaders(part) })
  return xmlAnswer(xmlDocument('CopyPartResult', { LastModified: isoDate(part.modified), ETag: etag }))
}

async function sentPart({ state, request }: ObjectCall): Promise<Part> {
  const { content, md5, checksum: sum } = readPayload(request)
  return {
    blob: await state.blobs.write(content),
    size: content.length,
    etag: md5,
    modified: state.seconds(),
    ...(sum && { checksum: sum }),
  }
}

async function copiedPart({ state, request }: ObjectCall, from: string): Promise<Part> {
  const source = copySource(from)
  const content = await state.content(source.bucket, source.key, (object) => {
    if (notModified(request, object, 'x-amz-copy-source-')) throw s3Error('PreconditionFailed')
    const slice = sliceOf(header(request, 'x-amz-copy-source-range'), object.size)
    return slice ? state.blobs.readRange(object.blob, slice.start, slice.end) : state.blobs.read(object.blob)
  })
  const etag = createHash('md5').update(content).digest('hex')
  return { blob: await state.blobs.write(content), size: content.length, etag, modified: state.seconds() }
}

export async function completeUpload(call: ObjectCall): Promise<AwsResponse> {
  const { state, request, bucket, key } = call
  const { id, upload: begun } = upload(call)
  const named = elements(parseXml(readPayloadOf(call), 'CompleteMultipartUpload'), 'Part')
  if (named.length === 0) throw s3Error('MalformedXML')
  const stored = new Map(partsOf(state, id).map(({ number, part }) => [number, part]))
  const chosen: Part[] = []
  let previous = 0
  for (const element of named) {
    const number = Number(text(element, 'PartNumber'))
    const etag = (text(element, 'ETag') ?? '').trim().replace(/^"|"$/g, '')
    if (!(number > previous)) throw s3Error('InvalidPartOrder', { UploadId: id })
    previous = number
    const part = stored.get(number)
    if (!part || part.etag !== etag) throw s3Error('InvalidPart', { UploadId: id, PartNumber: String(number), ETag: etag })
    chosen.push(part)
  }
  for (const part of chosen.slice(0, -1)) {
    if (part.size < smallestPart) throw s3Error('EntityTooSmall', { ProposedSize: String(part.size), MinSizeAllowed: String(smallestPart) })
  }
  const etag = `${createHash('md5')
    .update(chosen.map((p) => p.etag).join(''), 'hex')
    .digest('hex')}-${chosen.length}`
  const sum = await checksumOf(call, chosen)
  const blob = await state.blobs.concatenate(chosen.map((p) => p.blob))
  const size = chosen.reduce((total, p) => total + p.size, 0)
  const { bucket: _b, key: _k, initiated: _i, ...description } = begun
  const object = { ...description, blob, size, etag, modified: state.seconds(), ...(sum && { checksum: sum }) }
  await state.commit(bucket, key, object, writeCondition(request))
  await discard(state, id)
  const location = `/${bucket}/${key}`
  return xmlAnswer(
    xmlDocument('CompleteMultipartUploadResult', {
      Location: location,
      Bucket: bucket,
      Key: key,
      ETag: `"${etag}"`,
      ...checksumElements({ checksum: sum }),
    }),
  )
}

// The checksum headers of this call speak of the object, not of the request's body.
function readPayloadOf({ request }: ObjectCall): Buffer {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !name.startsWith('x-amz-checksum-')))
  return readPayload({ ...request, headers }).content
}

/** A full-object checksum is the client's word, checked; a composite one is made of the parts' ("Checksum types for multipart uploads"). */
async function checksumOf({ state, request }: ObjectCall, parts: Part[]): Promise<Checksum | undefined> {
  for (const [name, given] of Object.entries(request.headers)) {
    const algorithm = /^x-amz-checksum-(.+)$/.exec(name)?.[1]
    if (algorithm === undefined || !isAlgorithm(algorithm) || typeof given !== 'string' || given.includes('-')) continue
    const value = checksum(algorithm, Buffer.concat(await Promise.all(parts.map((p) => state.blobs.read(p.blob)))))
    if (value !== given) throw s3Error('BadDigest')
    return { algorithm, value, type: 'FULL_OBJECT' }
  }
  const algorithm = parts[0]?.checksum?.algorithm
  if (algorithm === undefined || algorithm === 'crc64nvme' || parts.some((p) => p.checksum?.algorithm !== algorithm)) return undefined
  const digests = Buffer.concat(parts.map((p) => Buffer.from(p.checksum?.value ?? '', 'base64')))
  return { algorithm, value: `${checksum(algorithm, digests)}-${parts.length}`, type: 'COMPOSITE' }
}

export async function abortUpload(call: ObjectCall): Promise<AwsResponse> {
  const { id } = upload(call)
  await discard(call.state, id)
  return empty(204)
}

async function discard(state: S3State, id: string): Promise<void> {
  let parts: { number: number; part: Part }[] = []
  await state.store.transaction(() => {
    parts = partsOf(state, id)
    void state.uploads.remove(id)
    for (const { number } of parts) void state.parts.remove(partId(id, number))
  })
  await Promise.all(parts.map(({ part }) => state.blobs.remove(part.blob)))
}

export function listParts(call: ObjectCall): AwsResponse {
  const { state, request, bucket, key } = call
  const { id } = upload(call)
  const marker = Number(request.query.get('part-number-marker') ?? 0)
  const limit = Math.min(1000, Number(request.query.get('max-parts') ?? 1000))
  const rest = partsOf(state, id).filter(({ number }) => number > marker)
  const page = rest.slice(0, limit)
  return xmlAnswer(
    xmlDocument('ListPartsResult', {
      Bucket: bucket,
      Key: key,
      UploadId: id,
      PartNumberMarker: marker,
      NextPartNumberMarker: page.at(-1)?.number ?? marker,
      MaxParts: limit,
      IsTruncated: rest.length > page.length,
      Part: page.map(({ number, part }) => ({
        PartNumber: number,
        LastModified: isoDate(part.modified),
        ETag: `"${part.etag}"`,
        Size: part.size,
        ...checksumElements(part),
      })),
      StorageClass: 'STANDARD',
    }),
  )
}

/** All uploads in one page: few are open at a time. */
export function listUploads({ state, request, bucket }: BucketCall): AwsResponse {
  state.bucket(bucket)
  const prefix = request.query.get('prefix') ?? ''
  const open = [...state.uploads.getRange()].filter(({ value }) => value.bucket === bucket && value.key.startsWith(prefix))
  return xmlAnswer(
    xmlDocument('ListMultipartUploadsResult', {
      Bucket: bucket,
      IsTruncated: false,
      Upload: open.map(({ key, value }) => ({
        Key: value.key,
        UploadId: key,
        Initiated: isoDate(value.initiated),
        StorageClass: 'STANDARD',
      })),
    }),
  )
}
