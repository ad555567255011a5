import type { AwsResponse } from '@/lib/local/aws/contracts'
import { checksumHeaders, empty, encryptionHeaders, httpDate, isoDate, xmlAnswer } from './answer'
import { notModified, writeCondition } from './conditions'
import { parseTagging, readDescription, taggingDocument } from './description'
import { s3Error } from './errors'
import { readPayload } from './payload'
import { sliceOf } from './range'
import type { ObjectCall, StoredObject } from './state'
import { checkKey, decode, header } from './target'
import { xmlDocument } from './xml'

export async function putObject({ state, request, bucket, key }: ObjectCall): Promise<AwsResponse> {
  const owner = state.bucket(bucket)
  const { content, md5, checksum } = readPayload(request)
  const allowed = writeCondition(request)
  const description = readDescription(request)
  allowed(state.objects.get(`${bucket}/${key}`))
  const blob = await state.blobs.write(content)
  const object: StoredObject = {
    ...description,
    blob,
    size: content.length,
    etag: md5,
    modified: state.seconds(),
    ...(checksum && { checksum }),
  }
  await state.commit(bucket, key, object, allowed)
  return empty(200, { etag: `"${md5}"`, ...encryptionHeaders(owner), ...checksumHeaders(object) })
}

/** GetObject and HeadObject: the same headers, with or without the content. */
export async function getObject({ state, request, bucket, key }: ObjectCall): Promise<AwsResponse> {
  const owner = state.bucket(bucket)
  const head = request.method === 'HEAD'
  return state.content(bucket, key, async (object) => {
    const headers = objectHeaders(object)
    if (notModified(request, object)) return empty(304, headers)
    Object.assign(headers, object.headers, encryptionHeaders(owner))
    for (const [name, value] of Object.entries(object.metadata)) headers[`x-amz-meta-${name}`] = value
    if (object.tags.length > 0) headers['x-amz-tagging-count'] = String(object.tags.length)
    for (const [name, value] of request.query) if (name.startsWith('response-')) headers[name.slice('response-'.length)] = value
    const slice = sliceOf(header(request, 'range'), object.size)
    if (slice) headers['content-range'] = `bytes ${slice.start}-${slice.end}/${object.size}`
    else if (header(request, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED') Object.assign(headers, checksumHeaders(object))
    headers['content-length'] = String(slice ? slice.end - slice.start + 1 : object.size)
    if (head) return empty(slice ? 206 : 200, headers)
    const body = await (slice ? state.blobs.readRange(object.blob, slice.start, slice.end) : state.blobs.read(object.blob))
    return { ...empty(slice ? 206 : 200, headers), body }
  })
}

const objectHeaders = (object: StoredObject): Record<string, string> => ({
  etag: `"${object.etag}"`,
  'last-modified': httpDate(object.modified),
  'accept-ranges': 'bytes',
})

export async function deleteObject({ state, request, bucket, key }: ObjectCall): Promise<AwsResponse> {
  state.bucket(bucket)
  await state.remove(bucket, key, header(request, 'if-match') === undefined ? undefined : writeCondition(request))
  return empty(204)
}

export async function copyObject({ state, request, bucket, key }: ObjectCall): Promise<AwsResponse> {
  const owner = state.bucket(bucket)
  const from = copySource(header(request, 'x-amz-copy-source') ?? '')
  const replaceMetadata = header(request, 'x-amz-metadata-directive')?.toUpperCase() === 'REPLACE'
  const replaceTags = header(request, 'x-amz-tagging-directive')?.toUpperCase() === 'REPLACE'
  if (from.bucket === bucket && from.key === key && !replaceMetadata) {
    throw s3Error(
      'InvalidRequest',
      {},
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, " +
        'storage class, website redirect location or encryption attributes.',
    )
  }
  const given = readDescription(request)
  const allowed = writeCondition(request)
  const object = await state.content(from.bucket, from.key, async (source): Promise<StoredObject> => {
    if (notModified(request, source, 'x-amz-copy-source-')) throw s3Error('PreconditionFailed')
    return {
      ...source,
      ...(replaceMetadata && { headers: given.headers, metadata: given.metadata }),
      ...(replaceTags && { tags: given.tags }),
      blob: await state.blobs.duplicate(source.blob),
      modified: state.seconds(),
    }
  })
  await state.commit(bucket, key, object, allowed)
  const result = { LastModified: isoDate(object.modified), ETag: `"${object.etag}"` }
  return xmlAnswer(xmlDocument('CopyObjectResult', result), encryptionHeaders(owner))
}

/** `[/]bucket/key[?versionId=…]`, percent-encoded. */
export function copySource(value: string): { bucket: string; key: string } {
  const path = decode(value.replace(/\?versionId=.*$/, '').replace(/^\//, ''))
  const slash = path.indexOf('/')
  if (slash < 1 || slash === path.length - 1) {
    throw s3Error(
      'InvalidArgument',
      { ArgumentName: 'x-amz-copy-source' },
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    )
  }
  const key = path.slice(slash + 1)
  checkKey(key)
  return { bucket: path.slice(0, slash), key }
}

export function getTagging({ state, bucket, key }: ObjectCall): AwsResponse {
  return xmlAnswer(taggingDocument(state.object(bucket, key).tags))
}

export async function putTagging({ state, request, bucket, key }: ObjectCall): Promise<AwsResponse> {
  const tags = request.method === 'DELETE' ? [] : parseTagging(request.body, 10)
  const id = `${bucket}/${key}`
  state.object(bucket, key)
  await state.store.transaction(() => {
    const object = state.objects.get(id)
    if (object) void state.objects.put(id, { ...object, tags })
  })
  return empty(request.method === 'DELETE' ? 204 : 200)
}
