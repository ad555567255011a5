import type { AwsResponse } from '@/lib/local/aws/contracts'
import { isoDate, xmlAnswer } from './answer'
import { s3Error } from './errors'
import type { BucketCall, S3State, StoredObject } from './state'
import { xmlDocument, type XmlValue } from './xml'

type Entry = { key: string; object: StoredObject } | { prefix: string }

interface Query {
  bucket: string
  prefix: string
  delimiter: string
  /** Entries come strictly after this key or common prefix. */
  after: string
  limit: number
}

interface Page {
  entries: Entry[]
  /** The last entry's key or prefix, where there is more. */
  next?: string
}

/** One page in UTF-8 byte order. A common prefix is one entry, and its keys are skipped over rather than read. */
function listPage(state: S3State, { bucket, prefix, delimiter, after, limit }: Query): Page {
  const base = `${bucket}/`
  const entries: Entry[] = []
  if (limit === 0) return { entries }
  // Nothing is below the prefix itself, or below what came before.
  let start = `${base}${prefix}`
  if (Buffer.compare(Buffer.from(after), Buffer.from(prefix)) >= 0) start = base + after
  let passed = delimiter !== '' && after.startsWith(prefix) && after.endsWith(delimiter) && after.length > prefix.length ? after : undefined
  if (passed !== undefined) start = beyond(base + passed)
  scan: for (;;) {
    for (const { key: id, value: object } of state.objects.getRange({ start })) {
      const key = id.slice(base.length)
      if (!id.startsWith(base) || !key.startsWith(prefix)) break scan
      if (key === after || (passed !== undefined && key.startsWith(passed))) continue
      const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
      const last = entries.at(-1)
      if (entries.length === limit && last) return { entries, next: 'key' in last ? last.key : last.prefix }
      if (cut < 0) {
        entries.push({ key, object })
        continue
      }
      passed = key.slice(0, cut + delimiter.length)
      entries.push({ prefix: passed })
      start = beyond(base + passed)
      continue scan
    }
    break
  }
  return { entries }
}

/** The highest key of those that begin so, near enough: keys that hold U+10FFFF just there are skipped one by one. */
const beyond = (prefix: string): string => `${prefix}\u{10ffff}`

/** ListObjects (version 1) and ListObjectsV2. */
export function listObjects({ state, request: { query }, bucket }: BucketCall): AwsResponse {
  state.bucket(bucket)
  const two = query.get('list-type') === '2'
  const coding = query.get('encoding-type')
  if (coding !== null && coding !== 'url')
    throw s3Error('InvalidArgument', { ArgumentName: 'encoding-type' }, 'Invalid Encoding Method specified in Request')
  const name = (text: string): string => (coding === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : text)
  const asked = { prefix: query.get('prefix') ?? '', delimiter: query.get('delimiter') ?? '', limit: maxKeys(query.get('max-keys')) }
  const token = query.get('continuation-token')
  const startAfter = query.get('start-after') ?? ''
  const marker = query.get('marker') ?? ''
  const after = two ? (token === null ? startAfter : readToken(token)) : marker
  const { entries, next } = listPage(state, { bucket, ...asked, after })

  const content: { [name: string]: XmlValue } = {
    Name: bucket,
    Prefix: name(asked.prefix),
    Delimiter: asked.delimiter === '' ? undefined : name(asked.delimiter),
    MaxKeys: asked.limit,
    EncodingType: coding ?? undefined,
    IsTruncated: next !== undefined,
    Contents: entries.flatMap((e) => ('key' in e ? [objectElement(name(e.key), e.object)] : [])),
    CommonPrefixes: entries.flatMap((e) => ('prefix' in e ? [{ Prefix: name(e.prefix) }] : [])),
  }
  const paging: { [name: string]: XmlValue } = two
    ? {
        KeyCount: entries.length,
        StartAfter: startAfter === '' ? undefined : name(startAfter),
        ContinuationToken: token ?? undefined,
        NextContinuationToken: next === undefined ? undefined : Buffer.from(next).toString('base64'),
      }
    : // Version 1 gives NextMarker with a delimiter alone; without one, clients go on from the last key.
      { Marker: name(marker), NextMarker: next === undefined || asked.delimiter === '' ? undefined : name(next) }
  return xmlAnswer(xmlDocument('ListBucketResult', { ...content, ...paging }))
}

const objectElement = (key: string, object: StoredObject): XmlValue => ({
  Key: key,
  LastModified: isoDate(object.modified),
  ETag: `"${object.etag}"`,
  ...(object.checksum && { ChecksumAlgorithm: object.checksum.algorithm.toUpperCase(), ChecksumType: object.checksum.type }),
  Size: object.size,
  StorageClass: 'STANDARD',
})

/** At most 1,000 a page; 1,000 by default. */
function maxKeys(value: string | null): number {
  if (value === null || value === '') return 1000
  if (!/^\d{1,10}$/.test(value))
    throw s3Error(
      'InvalidArgument',
      { ArgumentName: 'max-keys', ArgumentValue: value },
      'Provided max-keys not an integer or within integer range',
    )
  return Math.min(1000, Number(value))
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString('utf8')
  if (text === '' || Buffer.from(text).toString('base64') !== token) {
    throw s3Error('InvalidArgument', { ArgumentName: 'continuation-token' }, 'The continuation token provided is incorrect')
  }
  return text
}
