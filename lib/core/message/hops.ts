interface Field {
  name: string
  value: string
}

export interface Hop {
  from: string
  by: string
  at: Date | undefined
  /** Milliseconds since the hop before; negative where a clock is wrong. */
  delay: number | undefined
}

const most = 50

/** The way of a mail by its Received fields (RFC 5321 §4.4), from the sender on. Only the newest is SES's own word. */
export function hopsOf(fields: readonly Field[]): Hop[] {
  const hops: Hop[] = []
  for (const { value } of fields.filter((f) => /^received$/i.test(f.name)).slice(0, most).reverse()) {
    const semicolon = value.lastIndexOf(';')
    const stamp = new Date(semicolon < 0 ? '' : value.slice(semicolon + 1).replace(/\([^)]*\)/g, '').trim())
    const at = Number.isNaN(stamp.getTime()) ? undefined : stamp
    const before = hops.at(-1)?.at
    const named = (word: string) => new RegExp(`(?:^|\\s)${word}\\s+(\\S+(?:\\s+\\([^)]{0,200}\\))?)`, 'i').exec(value.slice(0, 2000))?.[1]?.replace(/;$/, '') ?? ''
    hops.push({ from: named('from'), by: named('by').replace(/\s.*/s, ''), at, delay: at && before ? at.getTime() - before.getTime() : undefined })
  }
  return hops
}
