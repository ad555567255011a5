import { XMLParser } from 'fast-xml-parser'
import type { AwsResponse, Service } from '@/lib/local/aws/contracts'
import { html, page, table } from './html'

/** Asked as a client would, so that the page shows what clients see. */
export async function queuesAndTopics({ sqs, sns, region }: { sqs: Service; sns: Service; region: string }): Promise<AwsResponse> {
  const urls = list((await json(sqs, region, 'ListQueues', {}))['QueueUrls'])
  const queues = await Promise.all(
    urls.map(async (QueueUrl) => {
      const { Attributes } = await json(sqs, region, 'GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] })
      const a = record(Attributes)
      return [
        QueueUrl,
        a['ApproximateNumberOfMessages'],
        a['ApproximateNumberOfMessagesNotVisible'],
        a['ApproximateNumberOfMessagesDelayed'],
      ]
    }),
  )
  const topics = members(await xml(sns, region, 'ListTopics'), 'ListTopicsResponse', 'ListTopicsResult', 'Topics').map((t) => [
    t['TopicArn'],
  ])
  const subscriptions = members(
    await xml(sns, region, 'ListSubscriptions'),
    'ListSubscriptionsResponse',
    'ListSubscriptionsResult',
    'Subscriptions',
  )
  return page(
    'Queues and topics',
    html`<h2>Queues</h2>${table(['Queue', 'Waiting', 'In flight', 'Delayed'], queues.map(texts), 'No queues.')}
<h2>Topics</h2>${table(['Topic'], topics.map(texts), 'No topics.')}
<h2>Subscriptions</h2>${table(
      ['Topic', 'Protocol', 'Endpoint', 'Subscription'],
      subscriptions.map((s) => texts([s['TopicArn'], s['Protocol'], s['Endpoint'], s['SubscriptionArn']])),
      'No subscriptions.',
    )}`,
  )
}

const texts = (values: unknown[]): string[] => values.map((v) => (v === undefined ? '' : String(v)))
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {})

async function json(service: Service, region: string, call: string, input: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${call}` }
  const answer = await service({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers,
    body: Buffer.from(JSON.stringify(input)),
    region,
  })
  return answer.status === 200 ? record(JSON.parse(answer.body.toString())) : {}
}

const parser = new XMLParser({ isArray: (name) => name === 'member', parseTagValue: false })

async function xml(service: Service, region: string, call: string): Promise<unknown> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = Buffer.from(`Action=${call}&Version=2010-03-31`)
  const answer = await service({ method: 'POST', path: '/', query: new URLSearchParams(), headers, body, region })
  return parser.parse(answer.body.toString())
}

function members(document: unknown, ...path: string[]): Record<string, unknown>[] {
  const parent = path.reduce<Record<string, unknown>>((node, key) => record(node[key]), record(document))
  const found = parent['member']
  return Array.isArray(found) ? found.map(record) : []
}
