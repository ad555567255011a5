import type { EventDestination, EventType } from '@aws-sdk/client-ses'
import type { Topics } from '@/lib/local/aws/contracts'
import { AwsError, type Action } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { flag, required, strings, structure, text, type Input } from './input'
import { serial } from './serial'
import { Violations } from './violations'

/** DG:quotas. */
const MAX_SETS = 10_000
const MAX_DESTINATIONS = 10

const eventTypes = [
  'send',
  'reject',
  'bounce',
  'complaint',
  'delivery',
  'open',
  'click',
  'renderingFailure',
] as const satisfies readonly EventType[]

export interface ConfigurationSet {
  name: string
  sending: boolean
  reputationMetrics: boolean
  tlsPolicy: string
  destinations: EventDestination[]
}

/** Configuration sets and their event destinations. SNS alone receives events here. */
export function createConfigurationSets(store: Store, topics: Topics) {
  const sets = store.table<ConfigurationSet>('ses.configurationSets')
  const alone = serial()

  const find = (name: string): ConfigurationSet => {
    const set = name.length <= 64 ? sets.get(name) : undefined
    if (!set)
      throw new AwsError('ConfigurationSetDoesNotExist', `Configuration set <${name}> does not exist.`, 400, 'Sender', {
        ConfigurationSetName: name,
      })
    return set
  }
  const change = (input: Input, edit: (set: ConfigurationSet) => ConfigurationSet | Promise<ConfigurationSet>) => {
    const name = required(input, 'ConfigurationSetName')
    return alone(async () => {
      await sets.put(name, await edit(find(name)))
      return {}
    })
  }
  const checkTopic = async (set: string, destination: EventDestination) => {
    const topicArn = destination.SNSDestination?.TopicARN ?? ''
    const detail = { ConfigurationSetName: set, EventDestinationName: destination.Name ?? '' }
    if (!topics.exists(topicArn))
      throw new AwsError(
        'InvalidSNSDestination',
        `SNS topic <${topicArn}> does not exist or cannot be published to.`,
        400,
        'Sender',
        detail,
      )
    await topics.publish({ topicArn, message: 'Successfully validated SNS topic for Amazon SES event publishing.' })
  }

  const actions: Record<string, Action> = {
    CreateConfigurationSet: (input) => {
      const name = required(structure(input, 'ConfigurationSet'), 'Name')
      if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) throw new AwsError('InvalidConfigurationSet', `Invalid configuration set name <${name}>.`)
      return alone(async () => {
        if (sets.get(name))
          throw new AwsError('ConfigurationSetAlreadyExists', `Configuration set <${name}> already exists.`, 400, 'Sender', {
            ConfigurationSetName: name,
          })
        if (sets.getCount() >= MAX_SETS) throw new AwsError('LimitExceeded', `Maximum number of configuration sets is ${MAX_SETS}.`)
        await sets.put(name, { name, sending: true, reputationMetrics: false, tlsPolicy: 'Optional', destinations: [] })
        return {}
      })
    },

    DeleteConfigurationSet: (input) => {
      const name = required(input, 'ConfigurationSetName')
      return alone(async () => {
        await sets.remove(find(name).name)
        return {}
      })
    },

    ListConfigurationSets: (input) => {
      const max = Math.min(Math.max(Number(text(input, 'MaxItems') ?? 1000) || 1000, 1), 1000)
      const token = text(input, 'NextToken')
      const start = token ? Buffer.from(token, 'base64url').toString() : undefined
      const names = [...sets.getKeys({ ...(start ? { start, exclusiveStart: true } : {}), limit: max + 1 })]
      const page = names.slice(0, max)
      const more = names.length > max ? { NextToken: Buffer.from(page.at(-1) ?? '').toString('base64url') } : {}
      return { ConfigurationSets: page.map((Name) => ({ Name })), ...more }
    },

    DescribeConfigurationSet: (input) => {
      const set = find(required(input, 'ConfigurationSetName'))
      const wanted = strings(input['ConfigurationSetAttributeNames'])
      return {
        ConfigurationSet: { Name: set.name },
        ...(wanted.includes('eventDestinations') ? { EventDestinations: set.destinations } : {}),
        ...(wanted.includes('deliveryOptions') ? { DeliveryOptions: { TlsPolicy: set.tlsPolicy } } : {}),
        ...(wanted.includes('reputationOptions')
          ? { ReputationOptions: { SendingEnabled: set.sending, ReputationMetricsEnabled: set.reputationMetrics } }
          : {}),
      }
    },

    CreateConfigurationSetEventDestination: (input) =>
      change(input, async (set) => {
        const destination = readDestination(input, set.name)
        const detail = { ConfigurationSetName: set.name, EventDestinationName: destination.Name ?? '' }
        if (set.destinations.some((d) => d.Name === destination.Name))
          throw new AwsError(
            'EventDestinationAlreadyExists',
            `Event destination <${destination.Name}> already exists.`,
            400,
            'Sender',
            detail,
          )
        if (set.destinations.length >= MAX_DESTINATIONS)
          throw new AwsError('LimitExceeded', `Maximum number of event destinations is ${MAX_DESTINATIONS}.`)
        await checkTopic(set.name, destination)
        return { ...set, destinations: [...set.destinations, destination] }
      }),

    UpdateConfigurationSetEventDestination: (input) =>
      change(input, async (set) => {
        const destination = readDestination(input, set.name)
        requireDestination(set, destination.Name ?? '')
        await checkTopic(set.name, destination)
        return { ...set, destinations: set.destinations.map((d) => (d.Name === destination.Name ? destination : d)) }
      }),

    DeleteConfigurationSetEventDestination: (input) =>
      change(input, (set) => {
        const name = required(input, 'EventDestinationName')
        requireDestination(set, name)
        return { ...set, destinations: set.destinations.filter((d) => d.Name !== name) }
      }),

    UpdateConfigurationSetSendingEnabled: (input) => change(input, (set) => ({ ...set, sending: flag(input, 'Enabled') })),
    UpdateConfigurationSetReputationMetricsEnabled: (input) =>
      change(input, (set) => ({ ...set, reputationMetrics: flag(input, 'Enabled') })),
    PutConfigurationSetDeliveryOptions: (input) =>
      change(input, (set) => ({
        ...set,
        tlsPolicy: text(structure(input, 'DeliveryOptions'), 'TlsPolicy') === 'Require' ? 'Require' : 'Optional',
      })),
  }
  return { actions, find }
}

function requireDestination(set: ConfigurationSet, name: string): void {
  if (set.destinations.some((d) => d.Name === name)) return
  const detail = { ConfigurationSetName: set.name, EventDestinationName: name }
  throw new AwsError('EventDestinationDoesNotExist', `Event destination <${name}> does not exist.`, 400, 'Sender', detail)
}

function readDestination(input: Input, set: string): EventDestination {
  const sent = structure(input, 'EventDestination')
  const name = text(sent, 'Name')
  const types = strings(sent['MatchingEventTypes'])
  const violations = new Violations()
  violations.notNull(name, 'eventDestination.name')
  if (types.length === 0) violations.add('eventDestination.matchingEventTypes', 'Member must not be null')
  types.forEach((t, i) => violations.oneOf(t, eventTypes, `eventDestination.matchingEventTypes.${i + 1}.member`))
  violations.throwIfAny()
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name ?? '')) throw new AwsError('InvalidParameterValue', `Invalid event destination name <${name}>.`)
  const topic = text(structure(sent, 'SNSDestination'), 'TopicARN')
  if (topic === undefined)
    throw new AwsError(
      'InvalidSNSDestination',
      'An event destination must have an SNSDestination: the local AWS has no other kind.',
      400,
      'Sender',
      {
        ConfigurationSetName: set,
        EventDestinationName: name ?? '',
      },
    )
  return {
    Name: name ?? '',
    Enabled: flag(sent, 'Enabled'),
    MatchingEventTypes: eventTypes.filter((t) => types.includes(t)),
    SNSDestination: { TopicARN: topic },
  }
}
