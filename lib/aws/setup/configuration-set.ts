import {
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  DescribeConfigurationSetCommand,
  UpdateConfigurationSetEventDestinationCommand,
  type EventType,
} from '@aws-sdk/client-ses'
import { sesSending } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'

const wanted: EventType[] = ['send', 'reject', 'bounce', 'complaint', 'delivery', 'renderingFailure']
const named = (error: unknown, name: string) => error instanceof Error && error.name.startsWith(name)

/** The configuration set whose events go to the topic. Doing it twice is the same as once. Throws Fault. */
export async function ensureConfigurationSet(name: string, topicArn: string): Promise<void> {
  const ses = sesSending()
  const destination = { Name: 'postroom', Enabled: true, MatchingEventTypes: wanted, SNSDestination: { TopicARN: topicArn } }
  const input = { ConfigurationSetName: name, EventDestination: destination }
  try {
    await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: name } })).catch((error: unknown) => {
      if (!named(error, 'ConfigurationSetAlreadyExists')) throw error
    })
    const { EventDestinations = [] } = await ses.send(new DescribeConfigurationSetCommand({ ConfigurationSetName: name, ConfigurationSetAttributeNames: ['eventDestinations'] }))
    const known = EventDestinations.some((d) => d.Name === destination.Name)
    await (known ? ses.send(new UpdateConfigurationSetEventDestinationCommand(input)) : ses.send(new CreateConfigurationSetEventDestinationCommand(input)))
  } catch (error) {
    throw awsFault(`Making the configuration set ${name}`, error)
  }
}
