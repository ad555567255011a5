import { etagOf } from './if-match'

/** JSON with its revision as the ETag. */
export const withEtag = (answer: { revision: number }): Response =>
  Response.json(answer, { headers: { etag: etagOf(answer.revision), 'cache-control': 'no-store' } })
