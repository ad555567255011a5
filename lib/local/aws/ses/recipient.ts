/** SES refuses what cannot be a name on the internet; `.test` and `.example` are ordinary names here. */
const refusedTopLevel = new Set(['invalid', 'localhost', 'local'])
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i

/** Whether `text` is a host name with at least two labels that mail can be addressed to. */
export function isDomain(text: string): boolean {
  const labels = text.split('.')
  const top = labels.at(-1)?.toLowerCase() ?? ''
  return text.length <= 253 && labels.length >= 2 && labels.every((l) => label.test(l)) && !/^\d+$/.test(top) && !refusedTopLevel.has(top)
}

/** Whether `text` is a 7-bit address without a display name: local part ≤ 64 (RFC 5321 §4.5.3.1), whole ≤ 320. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  return at > 0 && text.length <= 320 && local.length <= 64 && localPart.test(local) && isDomain(text.slice(at + 1))
}

/** Whether a receipt rule may name it: an address, a domain, or `.domain` for every sub-domain. */
export const isRecipientCondition = (text: string): boolean =>
  text.includes('@') ? isAddress(text) : isDomain(text.startsWith('.') ? text.slice(1) : text)
