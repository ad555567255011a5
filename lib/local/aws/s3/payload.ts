import { createHash } from 'node:crypto'
import type { AwsRequest } from '@/lib/local/aws/contracts'
import { checksum, isAlgorithm, type Algorithm } from './checksum'
import { s3Error } from './errors'
import { header } from './target'

export interface Checksum {
  algorithm: Algorithm
  value: string
  type: 'FULL_OBJECT' | 'COMPOSITE'
}

export interface Payload {
  content: Buffer
  /** Hex MD5 of the content. */
  md5: string
  /** The checksum that the client sent or asked for; verified. */
  checksum?: Checksum
}

/**
 * The content that a request carries: `aws-chunked` bodies unwrapped (Amazon S3 API Reference, "Signature calculations: chunked
 * upload", and its trailing checksums), and every digest that came with it verified. Throws BadDigest, IncompleteBody and others.
 */
export function readPayload(request: AwsRequest): Payload {
  const declared = header(request, 'x-amz-content-sha256') ?? ''
  const chunked = declared.startsWith('STREAMING-') || (header(request, 'content-encoding') ?? '').split(/\s*,\s*/).includes('aws-chunked')
  const { content, trailers } = chunked ? unwrap(request.body) : { content: request.body, trailers: new Map<string, string>() }
  const length = header(request, 'x-amz-decoded-content-length')
  if (chunked && length !== undefined && Number(length) !== content.length) throw s3Error('IncompleteBody')

  if (/^[0-9a-f]{64}$/.test(declared) && createHash('sha256').update(content).digest('hex') !== declared) {
    throw s3Error('XAmzContentSHA256Mismatch')
  }
  const md5 = createHash('md5').update(content).digest('hex')
  const wanted = header(request, 'content-md5')
  if (wanted !== undefined) {
    const digest = Buffer.from(wanted, 'base64')
    if (digest.length !== 16) throw s3Error('InvalidDigest')
    if (digest.toString('hex') !== md5) throw s3Error('BadDigest')
  }
  const sum = verify(request, trailers, content)
  return sum ? { content, md5, checksum: sum } : { content, md5 }
}

function verify(request: AwsRequest, trailers: Map<string, string>, content: Buffer): Checksum | undefined {
  const sent = [...Object.entries(request.headers), ...trailers]
  for (const [name, given] of sent) {
    const algorithm = /^x-amz-checksum-(.+)$/.exec(name)?.[1]
    if (algorithm === undefined || !isAlgorithm(algorithm)) continue
    const value = checksum(algorithm, content)
    if (value !== given)
      throw s3Error('BadDigest', {}, `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`)
    return { algorithm, value, type: 'FULL_OBJECT' }
  }
  const asked = header(request, 'x-amz-sdk-checksum-algorithm')?.toLowerCase()
  if (asked === undefined || !isAlgorithm(asked)) return undefined
  return { algorithm: asked, value: checksum(asked, content), type: 'FULL_OBJECT' }
}

/** `<hex>[;chunk-signature=…]CRLF data CRLF … 0 CRLF trailers CRLF`. Signatures are not checked: any credentials will do here. */
function unwrap(body: Buffer): { content: Buffer; trailers: Map<string, string> } {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const end = body.indexOf('\r\n', at)
    if (end < 0) throw s3Error('IncompleteBody')
    const size = /^([0-9a-f]{1,8})(;|$)/i.exec(body.toString('latin1', at, end))?.[1]
    if (size === undefined) throw s3Error('InvalidRequest', {}, 'The aws-chunked body has a chunk without a size.')
    const length = parseInt(size, 16)
    at = end + 2
    if (length === 0) break
    if (body.toString('latin1', at + length, at + length + 2) !== '\r\n') throw s3Error('IncompleteBody')
    parts.push(body.subarray(at, at + length))
    at += length + 2
  }
  const trailers = new Map<string, string>()
  for (const line of body.toString('latin1', at).split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { content: Buffer.concat(parts), trailers }
}
