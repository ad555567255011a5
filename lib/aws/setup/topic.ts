import { CreateTopicCommand, SetTopicAttributesCommand } from '@aws-sdk/client-sns'
import { sns } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'
import { allowSes, type Account } from './account'

/** The topic to which SES publishes, signed with SHA-256 (SignatureVersion 2). Gives its ARN. Doing it twice is the same as once. Throws Fault. */
export async function ensureTopic(name: string, account: Account, source?: string): Promise<string> {
  try {
    const { TopicArn: arn = '' } = await sns().send(new CreateTopicCommand({ Name: name }))
    const set = (AttributeName: string, AttributeValue: string) => sns().send(new SetTopicAttributesCommand({ TopicArn: arn, AttributeName, AttributeValue }))
    await set('SignatureVersion', '2')
    await set('Policy', allowSes(account, 'sns:Publish', arn, source))
    return arn
  } catch (error) {
    throw awsFault(`Making the topic ${name}`, error)
  }
}
