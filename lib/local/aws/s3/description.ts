import type { AwsRequest } from '@/lib/local/aws/contracts'
import { s3Error } from './errors'
import type { Description } from './state'
import { header } from './target'
import { elements, parseXml, text, xmlDocument } from './xml'

/** Headers that S3 keeps with an object and gives back (Amazon S3 API Reference, PutObject). */
const kept = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires']

/** Headers, user metadata and tags of a PutObject, CopyObject or CreateMultipartUpload request. */
export function readDescription(request: AwsRequest): Description {
  const headers: Record<string, string> = { 'content-type': 'binary/octet-stream' }
  for (const name of kept) {
    const value = header(request, name)
    if (value !== undefined) headers[name] = value
  }
  const coding = (headers['content-encoding'] ?? '').split(/\s*,\s*/).filter((c) => c !== '' && c !== 'aws-chunked')
  if (coding.length > 0) headers['content-encoding'] = coding.join(',')
  else delete headers['content-encoding']

  const metadata: Record<string, string> = {}
  let size = 0
  for (const [name, value] of Object.entries(request.headers)) {
    if (!name.startsWith('x-amz-meta-') || value === undefined) continue
    const joined = Array.isArray(value) ? value.join(',') : value
    metadata[name.slice('x-amz-meta-'.length)] = joined
    size += Buffer.byteLength(name) - 'x-amz-meta-'.length + Buffer.byteLength(joined)
  }
  // 2 KB of user metadata ("Working with object metadata").
  if (size > 2048) throw s3Error('MetadataTooLarge', { Size: String(size), MaxSizeAllowed: '2048' })
  const tags = [...new URLSearchParams(header(request, 'x-amz-tagging') ?? '')]
  return { headers, metadata, tags: checkTags(tags, 10) }
}

/** `limit`: 10 tags on an object, 50 on a bucket. Keys of 1 to 128 characters, once each; values up to 256 ("Tag restrictions"). */
function checkTags(tags: [string, string][], limit: number): [string, string][] {
  const wrong = tags.some(([key, value]) => key.length < 1 || key.length > 128 || value.length > 256)
  if (wrong || tags.length > limit || new Set(tags.map(([key]) => key)).size !== tags.length) throw s3Error('InvalidTag')
  return tags
}

export function parseTagging(body: Buffer, limit: number): [string, string][] {
  const [set] = elements(parseXml(body, 'Tagging'), 'TagSet')
  if (!set) throw s3Error('MalformedXML')
  return checkTags(
    elements(set, 'Tag').map((tag) => [text(tag, 'Key') ?? '', text(tag, 'Value') ?? '']),
    limit,
  )
}

export const taggingDocument = (tags: [string, string][]): string =>
  xmlDocument('Tagging', { TagSet: { Tag: tags.map(([Key, Value]) => ({ Key, Value })) } })
