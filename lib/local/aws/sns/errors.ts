import { AwsError } from '@/lib/local/aws/protocol'

export const invalidParameter = (what: string): AwsError => new AwsError('InvalidParameter', `Invalid parameter: ${what}`)

export const noSuchTopic = (): AwsError => new AwsError('NotFound', 'Topic does not exist', 404)

export const noSuchSubscription = (): AwsError => new AwsError('NotFound', 'Subscription does not exist', 404)

export const notAuthorized = (action: string, resource: string): AwsError =>
  new AwsError(
    'AuthorizationError',
    `User: arn:aws:iam::000000000000:root is not authorized to perform: SNS:${action} on resource: ${resource}`,
    403,
  )
