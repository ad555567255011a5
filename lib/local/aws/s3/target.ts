import { isIP } from 'node:net'
import type { AwsRequest } from '@/lib/local/aws/contracts'
import { s3Error } from './errors'

/** What a request is about: nothing (the account), a bucket, or an object. */
export interface Target {
  bucket?: string
  key?: string
}

/** One value of a request header. */
export function header(request: AwsRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** Reads bucket and key of a path-style or virtual-host-style request. Throws InvalidURI, KeyTooLongError. */
export function readTarget(request: AwsRequest): Target {
  const host = bucketOfHost(header(request, 'host') ?? '')
  const path = request.path.startsWith('/') ? request.path.slice(1) : request.path
  if (host !== undefined) return withKey(host, decode(path))
  const slash = path.indexOf('/')
  if (path === '') return {}
  if (slash < 0) return { bucket: decode(path) }
  return withKey(decode(path.slice(0, slash)), decode(path.slice(slash + 1)))
}

function withKey(bucket: string, key: string): Target {
  if (key === '') return { bucket }
  checkKey(key)
  return { bucket, key }
}

/** 1,024 bytes of UTF-8 is S3's limit ("Naming Amazon S3 objects"). */
export function checkKey(key: string): void {
  const size = Buffer.byteLength(key)
  if (size > 1024) throw s3Error('KeyTooLongError', { Size: String(size), MaxSizeAllowed: '1024' })
}

/** Percent-decoding, strict: what is not UTF-8 is refused. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw s3Error('InvalidURI')
  }
}

// `bucket.s3.eu-west-1.amazonaws.com`, `bucket.s3.localhost`, `bucket.localhost`; an address, `localhost` or `s3.…` alone is path style.
function bucketOfHost(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return undefined
  const match = /^(.+?)\.s3[.-][a-z0-9.-]+$/.exec(name) ?? /^(.+)\.localhost$/.exec(name)
  const bucket = match?.[1]
  return bucket === undefined || bucket === 's3' ? undefined : bucket
}
