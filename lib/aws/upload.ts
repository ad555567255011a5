import { AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CreateMultipartUploadCommand, NoSuchUpload, UploadPartCommand } from '@aws-sdk/client-s3'
import { s3 } from './clients'
import { awsFault } from './fault'

/** Bytes held in memory at a time; 10,000 of them are the most that S3 takes ("Amazon S3 multipart upload limits"): 160 GB. */
const partSize = 16 * 1024 * 1024

interface Place {
  bucket: string
  key: string
}

export async function beginUpload({ bucket, key }: Place, contentType: string): Promise<string> {
  try {
    return (await s3().send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: key, ContentType: contentType }))).UploadId!
  } catch (error) {
    throw awsFault(`Beginning an upload of ${key} to S3`, error)
  }
}

/** Takes the upload back with the parts that it has. One that is over, or not there, is as one that was taken back. */
export async function abortUpload({ bucket, key }: Place, uploadId: string): Promise<void> {
  try {
    await s3().send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }))
  } catch (error) {
    if (!(error instanceof NoSuchUpload)) throw awsFault(`Taking back an upload of ${key} to S3`, error)
  }
}

/** Sends a stream of unknown length, a part at a time; the object stands once `mayEnd` has agreed and all have arrived. Gives its bytes. */
export async function sendParts({ bucket, key }: Place, uploadId: string, source: AsyncIterable<Buffer>, mayEnd: () => Promise<void>): Promise<number> {
  const place = { Bucket: bucket, Key: key, UploadId: uploadId }
  const parts: { ETag: string | undefined; PartNumber: number }[] = []
  let waiting: Buffer[] = []
  let [held, bytes] = [0, 0]
  const send = async () => {
    const PartNumber = parts.length + 1
    const { ETag } = await s3().send(new UploadPartCommand({ ...place, PartNumber, Body: Buffer.concat(waiting) }))
    parts.push({ ETag, PartNumber })
    bytes += held
    waiting = []
    held = 0
  }
  try {
    for await (const chunk of source) {
      waiting.push(chunk)
      held += chunk.length
      if (held >= partSize) await send()
    }
    if (held > 0 || parts.length === 0) await send()
    await mayEnd()
    await s3().send(new CompleteMultipartUploadCommand({ ...place, MultipartUpload: { Parts: parts } }))
    return bytes
  } catch (error) {
    throw awsFault(`Uploading ${key} to S3`, error)
  }
}
