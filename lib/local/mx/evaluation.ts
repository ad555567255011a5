import type { Cloud } from '@/lib/local/aws/contracts'
import type { Evaluation } from './evaluate'

const table = (cloud: Pick<Cloud, 'store'>) => cloud.store.table<string>('mx')

/** How the local MX evaluates receipt rules now; `message` unless it was set otherwise. */
export const getEvaluation = (cloud: Pick<Cloud, 'store'>): Evaluation =>
  table(cloud).get('evaluation') === 'recipient' ? 'recipient' : 'message'

/** Sets it for the mails to come, durably. Throws a RangeError for another word. */
export async function setEvaluation(cloud: Pick<Cloud, 'store'>, evaluation: string): Promise<void> {
  if (evaluation !== 'message' && evaluation !== 'recipient')
    throw new RangeError(`evaluation must be "message" or "recipient", not ${JSON.stringify(evaluation)}`)
  await table(cloud).put('evaluation', evaluation)
}
