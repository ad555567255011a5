import {
  BucketAlreadyExists,
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
  type BucketLocationConstraint,
} from '@aws-sdk/client-s3'
import { s3 } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'
import { Fault } from '@/lib/core/fault'
import { allowSes, type Account } from './account'

/** The bucket for raw mail: encrypted, never public, and SES may write into it. Doing it twice is the same as once. Throws Fault. */
export async function ensureBucket(bucket: string, account: Account): Promise<void> {
  const { region, partition } = account
  // S3 takes no location constraint for us-east-1.
  const where = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } }
  try {
    await s3().send(new CreateBucketCommand({ Bucket: bucket, ...where }))
  } catch (error) {
    if (error instanceof BucketAlreadyExists) throw new Fault('permanent', `The bucket name ${bucket} belongs to another AWS account.`, { cause: error })
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw awsFault(`Making the bucket ${bucket}`, error)
  }
  try {
    const block = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true }
    const encryption = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }] }
    await s3().send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: block }))
    await s3().send(new PutBucketEncryptionCommand({ Bucket: bucket, ServerSideEncryptionConfiguration: encryption }))
    await s3().send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: allowSes(account, 's3:PutObject', `arn:${partition}:s3:::${bucket}/*`) }))
  } catch (error) {
    throw awsFault(`Protecting the bucket ${bucket}`, error)
  }
}
