import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  UploadPartCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Store } from '@/lib/local/aws/store'
import { listen } from './loopback.fixture'
import { createS3 } from './service'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const home = mkdtempSync(path.join(tmpdir(), 'local-s3-'))
const store = Store.open(path.join(home, 'store'))
const { service, objects } = createS3({ store, dir: path.join(home, 'objects'), region: 'eu-west-1', now: () => new Date() })
let endpoint = ''
let close: () => Promise<void> = async () => {}
let s3: S3Client
let bucket = ''
let made = 0

beforeAll(async () => {
  ;({ endpoint, close } = await listen(service))
  s3 = new S3Client({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 })
})
afterAll(async () => {
  s3.destroy()
  await close()
  await store.close()
  rmSync(home, { recursive: true, force: true })
})
beforeEach(async () => {
  bucket = `bucket-${++made}`
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
})

const put = (Key: string, Body: string | Buffer = Key) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))
const text = async (Key: string) => (await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))).Body?.transformToString()
const failure = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  )
  const e = error as { name: string; $metadata: { httpStatusCode: number } }
  return [e?.name, e?.$metadata?.httpStatusCode]
}

describe('buckets', () => {
  it('are made once, listed, and removed only when empty', async () => {
    expect(await failure(s3.send(new CreateBucketCommand({ Bucket: bucket })))).toEqual(['BucketAlreadyOwnedByYou', 409])
    expect(await failure(s3.send(new CreateBucketCommand({ Bucket: 'Not_a_bucket' })))).toEqual(['InvalidBucketName', 400])
    const head = await s3.send(new HeadBucketCommand({ Bucket: bucket }))
    expect(head.BucketRegion).toBe('eu-west-1')
    expect((await s3.send(new GetBucketLocationCommand({ Bucket: bucket }))).LocationConstraint).toBe('eu-west-1')
    expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map((b) => b.Name)).toContain(bucket)
    await put('a')
    expect(await failure(s3.send(new DeleteBucketCommand({ Bucket: bucket })))).toEqual(['BucketNotEmpty', 409])
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'a' }))
    await s3.send(new DeleteBucketCommand({ Bucket: bucket }))
    expect((await failure(s3.send(new HeadBucketCommand({ Bucket: bucket }))))[1]).toBe(404)
    expect(await failure(put('a'))).toEqual(['NoSuchBucket', 404])
  })

  it('keep policy, encryption and public access block', async () => {
    expect((await failure(s3.send(new GetBucketPolicyCommand({ Bucket: bucket }))))[0]).toBe('NoSuchBucketPolicy')
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] })
    await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }))
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket: bucket }))).Policy).toBe(Policy)
    expect((await failure(s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: '{' }))))[0]).toBe('MalformedPolicy')

    const encryption = async () => {
      const answer = await s3.send(new GetBucketEncryptionCommand({ Bucket: bucket }))
      return answer.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault
    }
    expect(await encryption()).toEqual({ SSEAlgorithm: 'AES256' })
    const kms = { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: 'alias/mail' }
    const Rules = [{ ApplyServerSideEncryptionByDefault: kms }]
    await s3.send(new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: { Rules } }))
    expect(await encryption()).toEqual(kms)
    expect((await put('a')).ServerSideEncryption).toBe('aws:kms')

    const PublicAccessBlockConfiguration = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: false,
    }
    await s3.send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration }))
    const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket: bucket }))
    expect(block.PublicAccessBlockConfiguration).toEqual(PublicAccessBlockConfiguration)
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket: bucket }))
    const gone = await failure(s3.send(new GetPublicAccessBlockCommand({ Bucket: bucket })))
    expect(gone).toEqual(['NoSuchPublicAccessBlockConfiguration', 404])
  })
})

describe('objects', () => {
  it('come back as they were put, with their metadata', async () => {
    const Body = randomBytes(70_000)
    const Metadata = { origin: 'mx', 'sent-by': 'a b' }
    const given = {
      ContentType: 'message/rfc822',
      CacheControl: 'no-store',
      ContentEncoding: 'gzip',
      Metadata,
      Tagging: 'kind=raw&a=b%20c',
    }
    const done = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'inbox/1', Body, ...given }))
    expect(done.ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`)
    const got = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'inbox/1' }))
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true)
    expect(got).toMatchObject({
      ContentType: 'message/rfc822',
      CacheControl: 'no-store',
      ContentEncoding: 'gzip',
      Metadata,
      TagCount: 2,
      ETag: done.ETag,
    })
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'inbox/1' }))
    expect(head).toMatchObject({ ContentLength: 70_000, Metadata, ETag: done.ETag, AcceptRanges: 'bytes', ServerSideEncryption: 'AES256' })
    expect(Math.abs((head.LastModified?.getTime() ?? 0) - Date.now())).toBeLessThan(5000)
    const tags = await s3.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: 'inbox/1' }))
    expect(tags.TagSet).toEqual([
      { Key: 'kind', Value: 'raw' },
      { Key: 'a', Value: 'b c' },
    ])
    await s3.send(new PutObjectTaggingCommand({ Bucket: bucket, Key: 'inbox/1', Tagging: { TagSet: [{ Key: 'x', Value: 'y' }] } }))
    expect((await s3.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: 'inbox/1' }))).TagSet).toEqual([{ Key: 'x', Value: 'y' }])
  })

  it('have keys of any UTF-8', async () => {
    const keys = ['a b+c%2F', 'ü/日本/𝒳', './../x', 'a//b', '?#&=', 'tab\there', '\uffee', '<&>"\'', `${'k'.repeat(1000)}`]
    for (const key of keys) await put(key)
    for (const key of keys) expect(await text(key)).toBe(key)
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
    const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
    expect(listed.Contents?.map((o) => o.Key)).toEqual([...keys].sort(bytes))
    const deletion = { Objects: keys.map((Key) => ({ Key })) }
    expect((await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: deletion }))).Deleted).toHaveLength(keys.length)
    expect((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).KeyCount).toBe(0)
    expect(await failure(put('k'.repeat(1025)))).toEqual(['KeyTooLongError', 400])
  })

  it('that are not there say so', async () => {
    expect(await failure(s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'no' })))).toEqual(['NoSuchKey', 404])
    expect((await failure(s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'no' }))))[1]).toBe(404)
    expect((await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'no' }))).$metadata.httpStatusCode).toBe(204)
    expect((await failure(s3.send(new GetObjectCommand({ Bucket: 'nowhere-at-all', Key: 'no' }))))[0]).toBe('NoSuchBucket')
  })

  it('are served by range', async () => {
    await put('r', '0123456789')
    const range = async (Range: string) => {
      const got = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'r', Range }))
      return [await got.Body?.transformToString(), got.ContentRange, got.$metadata.httpStatusCode]
    }
    expect(await range('bytes=2-4')).toEqual(['234', 'bytes 2-4/10', 206])
    expect(await range('bytes=7-')).toEqual(['789', 'bytes 7-9/10', 206])
    expect(await range('bytes=-3')).toEqual(['789', 'bytes 7-9/10', 206])
    expect(await range('bytes=5-99')).toEqual(['56789', 'bytes 5-9/10', 206])
    expect((await range('bytes=4-2'))[2]).toBe(200)
    expect(await failure(range('bytes=10-'))).toEqual(['InvalidRange', 416])
  })

  it('answer conditions', async () => {
    const { ETag = '' } = await put('c')
    const get = (input: object) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'c', ...input }))
    expect((await failure(get({ IfNoneMatch: ETag })))[1]).toBe(304)
    expect((await get({ IfNoneMatch: '"other"' })).$metadata.httpStatusCode).toBe(200)
    expect((await get({ IfMatch: ETag })).$metadata.httpStatusCode).toBe(200)
    expect(await failure(get({ IfMatch: '"other"' }))).toEqual(['PreconditionFailed', 412])
    const write = (input: object) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'c', Body: 'new', ...input }))
    expect(await failure(write({ IfNoneMatch: '*' }))).toEqual(['PreconditionFailed', 412])
    expect(await failure(write({ IfMatch: '"other"' }))).toEqual(['PreconditionFailed', 412])
    expect(await text('c')).toBe('c')
    await write({ IfMatch: ETag })
    expect(await text('c')).toBe('new')
  })

  it('are created by one of many with If-None-Match: *', async () => {
    const tries = Array.from({ length: 20 }, (_, i) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'once', Body: `${i}`, IfNoneMatch: '*' })),
    )
    const results = await Promise.allSettled(tries)
    const won = results.flatMap((r, i) => (r.status === 'fulfilled' ? [`${i}`] : []))
    expect(won).toHaveLength(1)
    expect(await text('once')).toBe(won[0])
  })

  it('can be read while they are replaced', async () => {
    await put('busy', 'x'.repeat(1000))
    const writes = Array.from({ length: 30 }, (_, i) => put('busy', String(i % 10).repeat(1000)))
    const reads = await Promise.all(Array.from({ length: 60 }, () => text('busy')))
    await Promise.all(writes)
    expect(reads.every((r) => /^(.)\1{999}$/.test(r ?? ''))).toBe(true)
  })

  it('are copied, with or without new metadata', async () => {
    const from = 'von/ä b'
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: from, Body: 'copied', ContentType: 'text/x', Metadata: { a: '1' } }))
    const CopySource = encodeURI(`${bucket}/${from}`)
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: 'to', CopySource }))
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: 'to2', CopySource, MetadataDirective: 'REPLACE', Metadata: { b: '2' } }))
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: from }))
    const [one, two] = await Promise.all(['to', 'to2'].map((Key) => s3.send(new HeadObjectCommand({ Bucket: bucket, Key }))))
    expect([one?.Metadata, one?.ContentType, two?.Metadata]).toEqual([{ a: '1' }, 'text/x', { b: '2' }])
    expect(await text('to')).toBe('copied')
    const missing = new CopyObjectCommand({ Bucket: bucket, Key: 'z', CopySource: `${bucket}/none` })
    expect(await failure(s3.send(missing))).toEqual(['NoSuchKey', 404])
    const self = new CopyObjectCommand({ Bucket: bucket, Key: 'to', CopySource: `${bucket}/to` })
    expect((await failure(s3.send(self)))[0]).toBe('InvalidRequest')
  })

  it('are refused where a digest is wrong', async () => {
    const wrong = createHash('md5').update('other').digest('base64')
    expect(await failure(s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'd', Body: 'x', ContentMD5: wrong })))).toEqual([
      'BadDigest',
      400,
    ])
    expect(await failure(s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'd', Body: 'x', ChecksumCRC32: 'AAAAAA==' })))).toEqual([
      'BadDigest',
      400,
    ])
    for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: ChecksumAlgorithm, Body: 'checked', ChecksumAlgorithm }))
      expect(await text(ChecksumAlgorithm)).toBe('checked')
    }
  })

  it('are taken in aws-chunked with a trailing checksum', async () => {
    const send = (trailer: string, length = 9) =>
      raw('PUT', `/${bucket}/chunked`, {
        headers: {
          'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
          'content-encoding': 'aws-chunked',
          'x-amz-trailer': 'x-amz-checksum-crc32',
          'x-amz-decoded-content-length': String(length),
        },
        body: `4;chunk-signature=ab\r\n1234\r\n5\r\n56789\r\n0\r\nx-amz-checksum-crc32:${trailer}\r\n\r\n`,
      })
    expect((await send('y/Q5Jg==')).status).toBe(200)
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'chunked', ChecksumMode: 'ENABLED' }))
    expect([head.ContentLength, head.ContentEncoding, head.ChecksumCRC32]).toEqual([9, undefined, 'y/Q5Jg=='])
    expect((await send('y/Q5Jw==')).body).toContain('<Code>BadDigest</Code>')
    expect((await send('y/Q5Jg==', 10)).body).toContain('<Code>IncompleteBody</Code>')
  })

  it('are found by the virtual host', async () => {
    await put('dir/v', 'virtual')
    for (const host of [`${bucket}.s3.eu-west-1.amazonaws.com`, `${bucket}.s3.localhost:4566`, `${bucket}.localhost`]) {
      expect((await raw('GET', '/dir/v', { headers: { host } })).body).toBe('virtual')
    }
    expect((await raw('GET', `/${bucket}/dir/v`, { headers: { host: 's3.eu-west-1.amazonaws.com' } })).body).toBe('virtual')
    const head = await raw('HEAD', `/${bucket}/none`, {})
    expect([head.status, head.body]).toEqual([404, ''])
    expect((await raw('GET', `/${bucket}/%ff`, {})).body).toContain('<Code>InvalidURI</Code>')
    expect((await raw('GET', `/${bucket}?acl`, {})).status).toBe(501)
  })

  it('of the emulator itself are the same objects', async () => {
    expect([objects.bucketExists(bucket), objects.bucketExists('nowhere-at-all')]).toEqual([true, false])
    await objects.put(bucket, 'inbox/x', Buffer.from('mail'), 'message/rfc822')
    expect(await text('inbox/x')).toBe('mail')
    expect((await objects.get(bucket, 'inbox/x'))?.toString()).toBe('mail')
    expect(await objects.get(bucket, 'inbox/y')).toBeUndefined()
    await expect(objects.put('nowhere-at-all', 'x', Buffer.alloc(0))).rejects.toMatchObject({ code: 'NoSuchBucket' })
  })
})

describe('lists', () => {
  it('fold by delimiter and page, in both versions', async () => {
    const keys = ['a', 'b/', 'b/1', 'b/2', 'b0', 'c/d/1', 'c/e', 'z']
    await Promise.all(keys.map((k) => put(k)))
    const folded = ['a', 'b/', 'b0', 'c/', 'z']
    for (const MaxKeys of [1, 2, 3, 1000]) {
      const seen: string[] = []
      for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Delimiter: '/', MaxKeys })) {
        seen.push(...[...(page.Contents ?? []).map((o) => o.Key ?? ''), ...(page.CommonPrefixes ?? []).map((p) => p.Prefix ?? '')].sort())
      }
      expect(seen).toEqual(folded)
      const one: string[] = []
      let Marker: string | undefined
      do {
        const page = await s3.send(new ListObjectsCommand({ Bucket: bucket, MaxKeys, ...(Marker && { Marker }) }))
        one.push(...(page.Contents ?? []).map((o) => o.Key ?? ''))
        Marker = page.IsTruncated ? one.at(-1) : undefined
      } while (Marker)
      expect(one).toEqual(keys)
    }
    const below = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'c/', Delimiter: '/' }))
    expect([below.CommonPrefixes, below.Contents?.map((o) => o.Key)]).toEqual([[{ Prefix: 'c/d/' }], ['c/e']])
    const after = await s3.send(new ListObjectsV2Command({ Bucket: bucket, StartAfter: 'b/1', EncodingType: 'url' }))
    expect(after.Contents?.map((o) => o.Key)).toEqual(keys.slice(3))
    const zero = await s3.send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 0 }))
    expect([zero.KeyCount, zero.IsTruncated]).toEqual([0, false])
  })
})

describe('multipart uploads', () => {
  it('join their parts', async () => {
    const where = { Bucket: bucket, Key: 'big' }
    const parts = [randomBytes(5 << 20), randomBytes(6 << 20), randomBytes(10)]
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...where, ContentType: 'x/y', Metadata: { m: '1' } }))
    const Parts: { ETag: string | undefined; PartNumber: number }[] = []
    for (const [i, Body] of parts.entries()) {
      const { ETag } = await s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber: i + 1, Body }))
      Parts.push({ ETag, PartNumber: i + 1 })
    }
    expect((await s3.send(new ListPartsCommand({ ...where, UploadId }))).Parts?.map((p) => p.Size)).toEqual(parts.map((p) => p.length))
    const complete = (list: typeof Parts) =>
      s3.send(new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload: { Parts: list } }))
    expect((await failure(complete([...Parts].reverse())))[0]).toBe('InvalidPartOrder')
    expect((await failure(complete([{ ETag: '"0"', PartNumber: 1 }])))[0]).toBe('InvalidPart')
    const done = await complete(Parts)
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-3"$/)
    const got = await s3.send(new GetObjectCommand(where))
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Buffer.concat(parts))).toBe(true)
    expect([got.ContentType, got.Metadata]).toEqual(['x/y', { m: '1' }])
    expect((await failure(complete(Parts)))[0]).toBe('NoSuchUpload')
  })

  it('are refused with small parts, and can be aborted', async () => {
    const where = { Bucket: bucket, Key: 'small' }
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(where))
    const Parts: { ETag: string | undefined; PartNumber: number }[] = []
    for (const PartNumber of [1, 2])
      Parts.push({ PartNumber, ETag: (await s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber, Body: 'x' }))).ETag })
    const complete = s3.send(new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload: { Parts } }))
    expect((await failure(complete))[0]).toBe('EntityTooSmall')
    await s3.send(new AbortMultipartUploadCommand({ ...where, UploadId }))
    expect((await failure(s3.send(new ListPartsCommand({ ...where, UploadId }))))[0]).toBe('NoSuchUpload')
  })
})

function raw(
  method: string,
  target: string,
  options: { headers?: Record<string, string>; body?: string },
): Promise<{ status: number; body: string }> {
  const { port } = new URL(endpoint)
  return new Promise((resolve, reject) => {
    const req = httpRequest({ host: '127.0.0.1', port, method, path: target, headers: options.headers ?? {} }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (c: Buffer) => chunks.push(c))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    req.on('error', reject)
    req.end(options.body)
  })
}
