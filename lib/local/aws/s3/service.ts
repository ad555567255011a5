import { createHash } from 'node:crypto'
import type { AwsRequest, AwsResponse, Objects, Service } from '@/lib/local/aws/contracts'
import { asAwsError } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { empty, xmlAnswer } from './answer'
import { configure, createBucket, deleteBucket, getLocation, headBucket, isConfiguration, listBuckets } from './buckets'
import { deleteObjects } from './deletion'
import { s3Error } from './errors'
import { listObjects } from './listing'
import { abortUpload, completeUpload, createUpload, listParts, listUploads, uploadPart } from './multipart'
import { copyObject, deleteObject, getObject, getTagging, putObject, putTagging } from './objects'
import { S3State, type BucketCall, type ObjectCall } from './state'
import { header, readTarget } from './target'
import { errorDocument, xmlDocument } from './xml'

export interface S3Options {
  store: Store
  /** Folder of the objects' contents; made when missing. */
  dir: string
  region: string
  now: () => Date
}

/** The local S3: REST protocol, path and virtual-host style, any credentials, no versions. */
export function createS3({ store, dir, region, now }: S3Options): { service: Service; objects: Objects } {
  const state = new S3State(store, dir, region, now)
  const service: Service = async (request) => {
    try {
      return await answer(state, request)
    } catch (error) {
      return failure(request, error)
    }
  }
  const objects: Objects = {
    bucketExists: (bucket) => state.buckets.get(bucket) !== undefined,
    put: async (bucket, key, body, contentType = 'binary/octet-stream') => {
      state.bucket(bucket)
      const blob = await state.blobs.write(body)
      const etag = createHash('md5').update(body).digest('hex')
      const object = {
        blob,
        size: body.length,
        etag,
        modified: state.seconds(),
        headers: { 'content-type': contentType },
        metadata: {},
        tags: [],
      }
      await state.commit(bucket, key, object)
    },
    get: async (bucket, key) => {
      if (!state.objects.doesExist(`${bucket}/${key}`)) return undefined
      return state.content(bucket, key, (object) => state.blobs.read(object.blob))
    },
  }
  return { service, objects }
}

/** A HEAD answer has no body, so its error is in the status alone. */
function failure(request: AwsRequest, error: unknown): AwsResponse {
  const { code, message, status, detail } = asAwsError(error)
  if (request.method === 'HEAD') return empty(status, { 'content-type': 'application/xml' })
  const answer = xmlAnswer('', {}, status)
  const RequestId = answer.headers['x-amz-request-id'] ?? ''
  return { ...answer, body: errorDocument({ Code: code, Message: message, ...detail, Resource: request.path, RequestId }) }
}

async function answer(state: S3State, request: AwsRequest): Promise<AwsResponse> {
  const { bucket, key } = readTarget(request)
  if (bucket === undefined) {
    if (request.method !== 'GET') throw s3Error('MethodNotAllowed', { Method: request.method })
    return listBuckets(state, request.query)
  }
  return key === undefined ? bucketAnswer({ state, request, bucket }) : objectAnswer({ state, request, bucket, key })
}

async function bucketAnswer(call: BucketCall): Promise<AwsResponse> {
  const { request, state, bucket } = call
  const { method, query } = request
  const configuration = [...query.keys()].find(isConfiguration)
  if (configuration !== undefined) return configure(call, configuration)
  if (method === 'GET' && query.has('location')) return getLocation(call)
  if (method === 'GET' && query.has('uploads')) return listUploads(call)
  if (method === 'POST' && query.has('delete')) return deleteObjects(call)
  if (method === 'GET' && query.has('versioning')) {
    state.bucket(bucket)
    return xmlAnswer(xmlDocument('VersioningConfiguration', {}))
  }
  refuseUnknown(query)
  switch (method) {
    case 'PUT':
      return createBucket(call)
    case 'HEAD':
      return headBucket(call)
    case 'DELETE':
      return deleteBucket(call)
    case 'GET':
      return listObjects(call)
    default:
      throw s3Error('MethodNotAllowed', { Method: method })
  }
}

async function objectAnswer(call: ObjectCall): Promise<AwsResponse> {
  const { method, query } = call.request
  const part = query.has('uploadId')
  if (query.has('tagging')) return method === 'GET' ? getTagging(call) : putTagging(call)
  refuseUnknown(query)
  switch (method) {
    case 'PUT':
      if (part) return uploadPart(call)
      return header(call.request, 'x-amz-copy-source') === undefined ? putObject(call) : copyObject(call)
    case 'GET':
      return part ? listParts(call) : getObject(call)
    case 'HEAD':
      return getObject(call)
    case 'DELETE':
      return part ? abortUpload(call) : deleteObject(call)
    case 'POST':
      if (query.has('uploads')) return createUpload(call)
      if (part) return completeUpload(call)
      throw s3Error('MethodNotAllowed', { Method: method })
    default:
      throw s3Error('MethodNotAllowed', { Method: method })
  }
}

/** Sub-resources of S3 that this one has not: a wrong answer to them would look like a right one. */
const missing = [
  ...['accelerate', 'acl', 'analytics', 'attributes', 'cors', 'intelligent-tiering', 'inventory', 'legal-hold', 'lifecycle', 'logging'],
  ...['metrics', 'notification', 'object-lock', 'ownershipControls', 'policyStatus', 'replication', 'requestPayment', 'restore'],
  ...['retention', 'select', 'torrent', 'versionId', 'versions', 'versioning', 'website'],
]

function refuseUnknown(query: URLSearchParams): void {
  const name = missing.find((m) => query.has(m))
  if (name !== undefined) throw s3Error('NotImplemented', { Query: name }, `The local S3 has no sub-resource "${name}".`)
}
