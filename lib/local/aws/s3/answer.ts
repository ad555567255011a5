import { randomBytes } from 'node:crypto'
import type { AwsResponse } from '@/lib/local/aws/contracts'
import type { Bucket, StoredObject } from './state'

/** Header fields that each answer of S3 carries. */
const requestHeaders = (): Record<string, string> => ({
  'x-amz-request-id': randomBytes(8).toString('hex').toUpperCase(),
  'x-amz-id-2': randomBytes(32).toString('base64'),
})

export const empty = (status: number, headers: Record<string, string> = {}): AwsResponse => ({
  status,
  headers: { ...requestHeaders(), ...headers },
  body: '',
})

export const xmlAnswer = (body: string, headers: Record<string, string> = {}, status = 200): AwsResponse => ({
  status,
  headers: { ...requestHeaders(), 'content-type': 'application/xml', ...headers },
  body,
})

export const httpDate = (seconds: number): string => new Date(seconds * 1000).toUTCString()
export const isoDate = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** The encryption that S3 names for an object: the bucket's default, which is SSE-S3 unless set (since January 2023). */
export function encryptionHeaders(bucket: Bucket | undefined): Record<string, string> {
  const document = bucket?.configuration['encryption'] ?? ''
  const algorithm = /<SSEAlgorithm>([^<]+)</.exec(document)?.[1] ?? 'AES256'
  const key = /<KMSMasterKeyID>([^<]+)</.exec(document)?.[1]
  const headers: Record<string, string> = { 'x-amz-server-side-encryption': algorithm }
  if (algorithm === 'aws:kms' && key !== undefined) headers['x-amz-server-side-encryption-aws-kms-key-id'] = key
  return headers
}

export function checksumHeaders(object: Pick<StoredObject, 'checksum'>): Record<string, string> {
  if (!object.checksum) return {}
  return { [`x-amz-checksum-${object.checksum.algorithm}`]: object.checksum.value, 'x-amz-checksum-type': object.checksum.type }
}

/** The same as child elements of an XML answer (`ChecksumCRC32` …). */
export function checksumElements(object: Pick<StoredObject, 'checksum'>): Record<string, string> {
  return object.checksum ? { [`Checksum${object.checksum.algorithm.toUpperCase()}`]: object.checksum.value } : {}
}
