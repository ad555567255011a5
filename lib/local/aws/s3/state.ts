import type { AwsRequest } from '@/lib/local/aws/contracts'
import type { Store, Table } from '@/lib/local/aws/store'
import { Blobs } from './blobs'
import type { Checksum } from './payload'
import { s3Error } from './errors'

export interface Bucket {
  region: string
  created: number
  /** Configuration documents by their query name (`policy`, `encryption` …), as they were put. */
  configuration: Record<string, string>
}

/** What an object is apart from its content. */
export interface Description {
  /** Content-Type and the other standard headers that S3 keeps, by lower-case name. */
  headers: Record<string, string>
  /** User metadata, names without `x-amz-meta-`. */
  metadata: Record<string, string>
  tags: [string, string][]
}

export interface StoredObject extends Description {
  blob: string
  size: number
  /** Without quotes. */
  etag: string
  /** Unix seconds: S3's times have no fraction. */
  modified: number
  checksum?: Checksum
}

export interface Upload extends Description {
  bucket: string
  key: string
  initiated: number
}

export interface Part {
  blob: string
  size: number
  etag: string
  modified: number
  checksum?: Checksum
}

/** The state of the service: LMDB for what is known, files for contents. */
export class S3State {
  readonly buckets: Table<Bucket>
  /** `<bucket>/<key>`: a bucket name has no slash, and LMDB orders by UTF-8 bytes, which is S3's listing order. */
  readonly objects: Table<StoredObject>
  readonly uploads: Table<Upload>
  /** `<uploadId>/<five digits>`. */
  readonly parts: Table<Part>
  readonly blobs: Blobs

  constructor(
    readonly store: Store,
    dir: string,
    readonly region: string,
    private readonly now: () => Date,
  ) {
    this.buckets = store.table('s3.buckets')
    this.objects = store.table('s3.objects')
    this.uploads = store.table('s3.uploads')
    this.parts = store.table('s3.parts')
    this.blobs = new Blobs(dir)
  }

  seconds(): number {
    return Math.floor(this.now().getTime() / 1000)
  }

  bucket(name: string): Bucket {
    const bucket = this.buckets.get(name)
    if (!bucket) throw s3Error('NoSuchBucket', { BucketName: name })
    return bucket
  }

  object(bucket: string, key: string): StoredObject {
    const object = this.objects.get(`${bucket}/${key}`)
    if (object) return object
    this.bucket(bucket)
    throw s3Error('NoSuchKey', { Key: key })
  }

  /** Reads a content with its object's metadata, even while the object is being replaced: the new content is read then. */
  async content<T>(bucket: string, key: string, read: (object: StoredObject) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const object = this.object(bucket, key)
      try {
        return await read(object)
      } catch (error) {
        const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        const replaced = gone && this.objects.get(`${bucket}/${key}`)?.blob !== object.blob
        if (!replaced || tries === 9) throw error
      }
    }
  }

  /**
   * Puts an object in place, in one transaction with its conditions; durable when it resolves. The new content is removed where
   * the put is refused, the replaced one where it is not.
   */
  async commit(
    bucket: string,
    key: string,
    object: StoredObject,
    allowed: (current: StoredObject | undefined) => void = () => {},
  ): Promise<void> {
    const id = `${bucket}/${key}`
    let replaced: StoredObject | undefined
    let refusal: unknown
    await this.store.transaction(() => {
      replaced = undefined
      refusal = undefined
      try {
        this.bucket(bucket)
        replaced = this.objects.get(id)
        allowed(replaced)
      } catch (error) {
        refusal = error
        return
      }
      void this.objects.put(id, object)
    })
    if (refusal !== undefined) {
      await this.blobs.remove(object.blob)
      throw refusal
    }
    await this.objects.flushed
    if (replaced) await this.blobs.remove(replaced.blob)
  }

  async remove(bucket: string, key: string, allowed: (current: StoredObject | undefined) => void = () => {}): Promise<void> {
    const id = `${bucket}/${key}`
    let removed: StoredObject | undefined
    let refusal: unknown
    await this.store.transaction(() => {
      removed = this.objects.get(id)
      refusal = undefined
      try {
        allowed(removed)
      } catch (error) {
        refusal = error
        return
      }
      if (removed) void this.objects.remove(id)
    })
    if (refusal !== undefined) throw refusal
    if (removed) await this.blobs.remove(removed.blob)
  }
}

/** One call of the API, its bucket known to be named. */
export interface BucketCall {
  state: S3State
  request: AwsRequest
  bucket: string
}

export interface ObjectCall extends BucketCall {
  key: string
}
