/** Names of values that nobody needs to see, whoever put them into a job. */
const secret = /pass|secret|token|key|auth|cookie|cred|body|raw|content/i
const longest = 200

export interface PayloadEntry {
  name: string
  /** Null: it is there, and not shown. */
  value: string | null
}

/** What a job was about, to show: jobs carry ids, and should one carry more, a secret stays hidden and a long value is cut. */
export function payloadOf(data: Record<string, unknown>): PayloadEntry[] {
  return Object.entries(data).map(([name, value]) => {
    if (secret.test(name)) return { name, value: null }
    const text = typeof value === 'string' ? value : JSON.stringify(value) ?? ''
    // What lies deeper is not looked through for names: it is not shown.
    if (typeof value === 'object' && value !== null) return { name, value: null }
    return { name, value: text.length > longest ? `${text.slice(0, longest)}…` : text }
  })
}
