/** RFC 7208 §4.6.4: terms that ask the DNS, of which a check may take ten. */
export const spfLimit = 10

export interface SpfCount {
  /** Counted up to 11: more is over the limit anyway. */
  lookups: number
  problem?: 'syntax' | 'loop' | 'unknown' | 'void'
  /** The term or the name at which the problem stands. */
  at?: string
}

export const isSpf = (value: string): boolean => /^v=spf1(\s|$)/i.test(value)

const mechanism = /^[+\-~?]?(all|include:\S+|a([:/]\S+)?|mx([:/]\S+)?|ptr(:\S+)?|ip4:\S+|ip6:\S+|exists:\S+)$/i
const modifier = /^[a-z][a-z0-9_.-]*=\S*$/i
const asking = /^[+\-~?]?(include:|exists:|a(?=$|[:/])|mx(?=$|[:/])|ptr(?=$|:))/i

/** The first term of a record that RFC 7208 §5 and §6 know nothing of. */
const spfSyntax = (record: string): string | undefined =>
  record.trim().split(/\s+/).slice(1).find((term) => !mechanism.test(term) && !modifier.test(term))

/**
 * Walks a record's includes and redirect and counts what a receiver has to look up. Stops at the first problem and one above the limit, so
 * that a hostile zone costs eleven questions at most. `txt` gives a name's TXT values and may throw: `unknown`.
 */
export async function countSpf(name: string, record: string, txt: (name: string) => Promise<string[]>): Promise<SpfCount> {
  let lookups = 0
  const walk = async (at: string, text: string, above: readonly string[]): Promise<Omit<SpfCount, 'lookups'> | undefined> => {
    const bad = spfSyntax(text)
    if (bad !== undefined) return { problem: 'syntax', at: bad.slice(0, 100) }
    const terms = text.trim().split(/\s+/).slice(1)
    const hasAll = terms.some((t) => /^[+\-~?]?all$/i.test(t))
    for (const term of terms) {
      const redirect = /^redirect=(.+)$/i.exec(term)?.[1]
      // RFC 7208 §6.1: a redirect beside "all" is ignored.
      if (redirect === undefined ? !asking.test(term) : hasAll) continue
      if (++lookups > spfLimit) return undefined
      const target = (redirect ?? /^[+\-~?]?include:(.+)$/i.exec(term)?.[1])?.replace(/\.$/, '').toLowerCase()
      // A macro's value is the sender's: it cannot be followed.
      if (target === undefined || target.includes('%')) continue
      if (target === at || above.includes(target)) return { problem: 'loop', at: target.slice(0, 100) }
      let values: string[]
      try {
        values = await txt(target)
      } catch {
        return { problem: 'unknown', at: target.slice(0, 100) }
      }
      const next = values.find(isSpf)
      // RFC 7208 §5.2: an include of a name without a record is an error of the whole.
      if (next === undefined) return { problem: 'void', at: target.slice(0, 100) }
      const deeper = await walk(target, next, [...above, at])
      if (deeper || lookups > spfLimit) return deeper
    }
    return undefined
  }
  const problem = await walk(name.toLowerCase(), record, [])
  return { lookups, ...problem }
}
