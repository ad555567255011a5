import { confirmSubscription } from '@/lib/aws/sns/confirm'
import { Fault } from '@/lib/core/fault'
import { convertMessage } from '@/lib/core/message/convert'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { databaseFault } from './database-fault'
import { Envelope } from './envelope'
import { takeEvent } from './send/take-event'
import { takeMail } from './take-mail'

interface Row {
  topic: string
  body: string
  processedAt: Date | null
  outcome: string | null
}

/**
 * Acts on a stored SNS envelope. `processedAt` is set last, so that whatever happens before is done again; all of it may be done twice.
 * Gives the outcome; throws Fault, whose reason is then the row's outcome too.
 */
export async function actOnNotification(id: string): Promise<string> {
  const { pool } = database()
  const { rows } = await pool
    .query<Row>('SELECT topic, body, "processedAt", outcome FROM notification WHERE id = $1', [id])
    .catch((error: unknown) => {
      throw databaseFault('Reading a notification', error)
    })
  const [row] = rows
  if (!row) return 'gone: the notification was deleted'
  if (row.processedAt) return row.outcome ?? ''
  try {
    const outcome = await act(row)
    await pool.query('UPDATE notification SET "processedAt" = now(), outcome = $2 WHERE id = $1', [id, outcome])
    return outcome
  } catch (error) {
    const fault = databaseFault('Acting on a notification', error)
    await pool
      .query('UPDATE notification SET outcome = $2 WHERE id = $1', [id, `failed (${fault.permanence}): ${fault.message}`.slice(0, 1000)])
      .catch((second: unknown) => log.warn({ err: second, id }, 'the failure of a notification could not be noted'))
    throw fault
  }
}

async function act({ topic, body }: Pick<Row, 'topic' | 'body'>): Promise<string> {
  const envelope = read(body)
  if (envelope.TopicArn !== topic) throw new Fault('permanent', 'The envelope names another topic than it was taken in for.')
  switch (envelope.Type) {
    case 'SubscriptionConfirmation':
      return confirm(envelope.TopicArn, envelope.Token)
    case 'UnsubscribeConfirmation':
      log.warn({ topic }, 'the subscription to an SNS topic was ended: mail or events no longer come from it')
      return 'ignored: the subscription was ended'
    case 'Notification': {
      const purpose = await purposeOf(topic)
      if (purpose === 'events') return takeEvent(topic, envelope.Message)
      const converted = convertMessage(envelope.Message)
      if (converted.kind === 'ignored') return `ignored: ${converted.why}`
      if (converted.kind === 'invalid') throw new Fault('permanent', converted.problem)
      return takeMail(converted.incoming)
    }
  }
}

async function purposeOf(arn: string): Promise<string | undefined> {
  const { rows } = await database().pool.query<{ purpose: string }>({ name: 'topic-purpose', text: 'SELECT purpose FROM topic WHERE arn = $1', values: [arn] })
  return rows[0]?.purpose
}

function read(body: string): Envelope {
  try {
    return Envelope.parse(JSON.parse(body))
  } catch (error) {
    throw new Fault('permanent', 'The stored envelope is not as SNS writes it.', { cause: error })
  }
}

// Only for a topic that the operator registered; SubscribeURL is never fetched.
async function confirm(topicArn: string, token: string): Promise<string> {
  const { pool } = database()
  const { rowCount } = await pool.query('SELECT 1 FROM topic WHERE arn = $1', [topicArn])
  if (rowCount !== 1) throw new Fault('permanent', 'The confirmation is for a topic that is not registered.')
  const subscriptionArn = await confirmSubscription({ topicArn, token })
  await pool.query('UPDATE topic SET "subscriptionArn" = $2, "confirmedAt" = now() WHERE arn = $1', [topicArn, subscriptionArn])
  return 'confirmed'
}
