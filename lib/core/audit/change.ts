/** One field of a change, in texts for people. A list of things or a long text is `long`: its lines, to be compared. */
export interface Change {
  /** The way to it: `own.domains`; '' for a value that is no object. */
  field: string
  before: Side
  after: Side
}

/** undefined: not there. A text, a truth, or lines. */
export type Side = undefined | string | boolean | { lines: string[] }

const longest = 160

/**
 * What changed from `before` to `after`, field by field in their order. What is the same on both sides is left out; where one side alone
 * was written all of it is told.
 */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [flat(before), flat(after)]
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields.filter((field) => JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field))).map((field) => ({ field, before: was.get(field), after: is.get(field) }))
}

function flat(value: unknown, path = '', into = new Map<string, Side>()): Map<string, Side> {
  if (value === null || value === undefined) {
    // A null that was written is told as "nothing"; a side that was never written is not.
    if (path !== '') into.set(path, undefined)
  } else if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) flat(inner, path === '' ? key : `${path}.${key}`, into)
  } else into.set(path, side(value))
  return into
}

function side(value: unknown): Side {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) {
    const plain = value.every((v) => typeof v !== 'object' || v === null) ? value.join(', ') : undefined
    return plain !== undefined && plain.length <= longest ? plain : { lines: JSON.stringify(value, null, 2).split('\n') }
  }
  const text = String(value)
  return text.length <= longest && !text.includes('\n') ? text : { lines: text.split('\n') }
}
