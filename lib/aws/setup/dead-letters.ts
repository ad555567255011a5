import { CreateQueueCommand, GetQueueAttributesCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { sqs } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'

/** The longest that SQS keeps a message: 14 days. */
const retention = String(14 * 86_400)

/** The queue that holds envelopes which the door did not take for an hour. Gives its ARN. Doing it twice is the same as once. Throws Fault. */
export async function ensureDeadLetters(name: string, topicArn: string): Promise<string> {
  try {
    const { QueueUrl: url = '' } = await sqs().send(new CreateQueueCommand({ QueueName: name }))
    const { Attributes: known } = await sqs().send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }))
    const arn = known?.['QueueArn'] ?? ''
    const statement = {
      Sid: 'PostroomDeadLetters',
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: arn,
      Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
    }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    await sqs().send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { MessageRetentionPeriod: retention, Policy: policy } }))
    return arn
  } catch (error) {
    throw awsFault(`Making the queue ${name}`, error)
  }
}
