import type { AwsRequest } from '@/lib/local/aws/contracts'
import { s3Error } from './errors'
import type { StoredObject } from './state'
import { header } from './target'

const bare = (etag: string): string => etag.trim().replace(/^W\//, '').replace(/^"|"$/g, '')

const listed = (field: string, etag: string): boolean => field.split(',').some((e) => e.trim() === '*' || bare(e) === etag)

/**
 * Conditional reads (RFC 9110 §13.2.2, with the precedence that S3's GetObject page gives). Gives whether 304 is the answer;
 * throws PreconditionFailed. `prefix` is `x-amz-copy-source-` for CopyObject.
 */
export function notModified(request: AwsRequest, object: StoredObject, prefix = ''): boolean {
  const ifMatch = header(request, `${prefix}if-match`)
  const ifNoneMatch = header(request, `${prefix}if-none-match`)
  const since = seconds(header(request, `${prefix}if-modified-since`))
  const unmodified = seconds(header(request, `${prefix}if-unmodified-since`))
  if (ifMatch !== undefined) {
    if (!listed(ifMatch, object.etag)) throw s3Error('PreconditionFailed', { Condition: 'If-Match' })
  } else if (unmodified !== undefined && object.modified > unmodified) {
    throw s3Error('PreconditionFailed', { Condition: 'If-Unmodified-Since' })
  }
  if (ifNoneMatch !== undefined) return listed(ifNoneMatch, object.etag)
  return since !== undefined && object.modified <= since
}

function seconds(date: string | undefined): number | undefined {
  const ms = date === undefined ? NaN : Date.parse(date)
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}

/** Conditional writes ("Add preconditions to S3 operations"): `If-None-Match: *` and `If-Match: <etag>`. */
export function writeCondition(request: AwsRequest): (current: StoredObject | undefined) => void {
  const ifMatch = header(request, 'if-match')
  const ifNoneMatch = header(request, 'if-none-match')
  if (ifNoneMatch !== undefined && ifNoneMatch.trim() !== '*') {
    throw s3Error('NotImplemented', { Header: 'If-None-Match' }, 'A header you provided implies functionality that is not implemented')
  }
  return (current) => {
    if (ifNoneMatch !== undefined && current) throw s3Error('PreconditionFailed', { Condition: 'If-None-Match' })
    if (ifMatch === undefined) return
    if (!current) throw s3Error('NoSuchKey')
    if (!listed(ifMatch, current.etag)) throw s3Error('PreconditionFailed', { Condition: 'If-Match' })
  }
}
