import type { PoolClient } from 'pg'
import { Refusal } from '@/lib/core/access/refusal'
import type { SearchQuery } from '@/lib/core/message/words'

const queryCanceled = '57014'
const mostSeconds = 5

/**
 * Ids of the tenant's messages with all the words and the phrase, newest first, at most `most`. The function behind it takes the
 * tenant from the transaction. Throws Refusal `invalid` where it takes longer than 5 s: a phrase of common words that hardly occurs.
 */
export async function searchIds(client: PoolClient, query: SearchQuery, range: { before: string; since: string }, most: number): Promise<string[]> {
  try {
    await client.query(`SET LOCAL statement_timeout = '${mostSeconds}s'`)
    const { rows } = await client.query<{ id: string }>('SELECT unnest(search_deliveries($1, $2, $3, $4, $5)) AS id', [
      query.words,
      query.phrase ?? null,
      range.before,
      range.since,
      most,
    ])
    await client.query('SET LOCAL statement_timeout = 0')
    return rows.map((r) => r.id)
  } catch (error) {
    if ((error as { code?: string }).code !== queryCanceled) throw error
    throw new Refusal('invalid', 'This search takes too long: add a rarer word, or a `since` date.', [{ path: ['q'], message: 'takes too long: add a rarer word, or a date' }])
  }
}
