import type { ReceiptRule } from '@aws-sdk/client-ses'

/**
 * The recipient conditions that match an envelope address, lower-cased (SES Developer Guide, "Creating receipt rules"):
 * the address itself, the address without its +label, its domain, and `.parent` for each parent domain.
 */
function conditionsFor(address: string): Set<string> {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  if (at < 1 || at === lower.length - 1) return new Set()
  const local = lower.slice(0, at)
  const domain = lower.slice(at + 1)
  const conditions = new Set([lower, domain])
  const plus = local.indexOf('+')
  if (plus > 0) conditions.add(`${local.slice(0, plus)}@${domain}`)
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) conditions.add(domain.slice(dot))
  return conditions
}

/** Whether one entry of a rule's Recipients matches an envelope address. Case does not matter. */
export const matchesCondition = (condition: string, address: string): boolean => conditionsFor(address).has(condition.toLowerCase())

/** The addresses that a rule matches, in their order. A rule without recipients matches every address. */
export function matchedBy(rule: ReceiptRule, addresses: string[]): string[] {
  const recipients = rule.Recipients
  if (!recipients || recipients.length === 0) return addresses
  return addresses.filter((address) => {
    const conditions = conditionsFor(address)
    return recipients.some((r) => conditions.has(r.toLowerCase()))
  })
}
