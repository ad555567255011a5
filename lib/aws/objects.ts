import type { Readable } from 'node:stream'
import { CopyObjectCommand, DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3'
import { Fault } from '@/lib/core/fault'
import { s3 } from './clients'
import { awsFault } from './fault'

/** An object's bytes. Throws Fault: a missing object is transient at first (S3's event may overtake nothing, but a restore may come), so the caller's retries decide. */
export async function getObject(bucket: string, key: string): Promise<Buffer> {
  try {
    const answer = await s3().send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return Buffer.from(await answer.Body!.transformToByteArray())
  } catch (error) {
    if (error instanceof NoSuchKey) throw new Fault('transient', `S3 has no object ${key} in ${bucket}`, { cause: error })
    throw awsFault(`Reading ${key} from S3`, error)
  }
}

/** Whether reading failed because the object is not there. */
export const isMissing = (error: unknown): boolean => error instanceof Fault && error.cause instanceof NoSuchKey

export async function putObject(bucket: string, key: string, body: Buffer, contentType = 'message/rfc822'): Promise<void> {
  try {
    await s3().send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }))
  } catch (error) {
    throw awsFault(`Writing ${key} to S3`, error)
  }
}

/** An object as a stream: whoever takes it reads it to its end, or destroys it. Throws Fault. */
export async function openObject(bucket: string, key: string): Promise<Readable> {
  try {
    return (await s3().send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body as Readable
  } catch (error) {
    throw awsFault(`Reading ${key} from S3`, error)
  }
}

/** Copies inside a bucket, on S3's side. Doing it twice is the same as once. */
export async function copyObject(bucket: string, from: string, to: string): Promise<void> {
  try {
    await s3().send(new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: `${bucket}/${from.split('/').map(encodeURIComponent).join('/')}` }))
  } catch (error) {
    throw awsFault(`Copying ${from} in S3`, error)
  }
}

/** Deletes up to 1,000 objects; one that is not there is as one that was deleted. */
export async function deleteObjects(bucket: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  try {
    const { Errors = [] } = await s3().send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true } }))
    if (Errors[0]) throw new Fault('transient', `S3 did not delete ${Errors[0].Key}: ${Errors[0].Code} ${Errors[0].Message}`)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw awsFault(`Deleting ${keys.length} objects in S3`, error)
  }
}

/** Every object below a prefix, in pages of 1,000. */
export async function* listObjects(bucket: string, prefix: string): AsyncGenerator<{ key: string; size: number; storedAt: Date }> {
  let token: string | undefined
  do {
    const page = await s3()
      .send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }))
      .catch((error: unknown) => {
        throw awsFault(`Listing ${prefix} in S3`, error)
      })
    for (const o of page.Contents ?? []) yield { key: o.Key!, size: o.Size ?? 0, storedAt: o.LastModified ?? new Date(0) }
    token = page.NextContinuationToken
  } while (token)
}
