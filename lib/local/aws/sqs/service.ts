import type { Service } from '@/lib/local/aws/contracts'
import { AwsError, jsonError, jsonResponse } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { sqsActions } from './actions'
import { queryCode } from './errors'
import type { MessageAttributes } from './message'
import { QueueState } from './queue'

export interface SqsOptions {
  store: Store
  endpoint: () => string
  region: string
  now: () => Date
}

/** What SNS needs of the queues. */
export interface Queues {
  exists(queueArn: string): boolean
  /** Durable when it resolves. Throws AwsError QueueDoesNotExist, InvalidParameterValue. */
  send(queueArn: string, body: string, attributes?: MessageAttributes): Promise<string>
}

/** The local SQS: AWS JSON 1.0, standard queues. `close` ends long polls at once, with what they have: nothing. */
export function createSqs({ store, endpoint, region, now }: SqsOptions): { service: Service; queues: Queues; close: () => void } {
  const state = new QueueState(store, region, now)
  const actions = sqsActions(state, endpoint)

  const service: Service = async (request) => {
    try {
      const target = String(request.headers['x-amz-target'] ?? '')
      const name = target.startsWith('AmazonSQS.') ? target.slice('AmazonSQS.'.length) : ''
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined
      if (!action) throw new AwsError('InvalidAction', `The local SQS speaks AWS JSON 1.0, and has no action "${name || target}".`)
      return jsonResponse(await action(parse(request.body)))
    } catch (error) {
      return jsonError(error, 'com.amazonaws.sqs', queryCode(codeOf(error)))
    }
  }

  const nameOf = (arn: string): string => state.nameOf(arn) ?? ''
  const queues: Queues = {
    exists: (arn) => state.queues.get(nameOf(arn)) !== undefined,
    send: (arn, body, attributes = {}) => state.send(nameOf(arn), body, attributes),
  }
  return { service, queues, close: () => state.waiters.close() }
}

const codeOf = (error: unknown): string => (error instanceof AwsError ? error.code : 'InternalFailure')

function parse(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    throw new AwsError('SerializationException', 'The body of the request is not JSON.')
  }
}
