import { s3Error } from './errors'

/**
 * The bytes that a Range field asks for (RFC 9110 §14.2), both ends included. undefined where the whole content is the answer:
 * no range, several (S3 serves none of those), or one that is not well formed. Throws InvalidRange where it cannot be satisfied.
 */
export function sliceOf(range: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '')
  if (!match) return undefined
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  if (start >= size || end < start) throw s3Error('InvalidRange', { RangeRequested: range ?? '', ActualObjectSize: String(size) })
  return { start, end }
}
