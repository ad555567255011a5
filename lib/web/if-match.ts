import { Refusal } from '@/lib/core/access/refusal'

export const etagOf = (revision: number): string => `"${revision}"`

/**
 * The revision that an If-Match field names (RFC 9110 §13.1.1), or undefined where the field is missing or `*`. Several tags are not
 * taken: a client of ours has read one. Throws Refusal `precondition_failed` for a tag that we never gave.
 */
export function revisionOf(request: Request): number | undefined {
  const field = request.headers.get('if-match')?.trim()
  if (field === undefined || field === '*') return undefined
  const digits = /^"(\d{1,9})"$/.exec(field)?.[1]
  if (digits === undefined) throw new Refusal('precondition_failed', 'If-Match must be the ETag that the last GET gave, or *.')
  return Number(digits)
}
