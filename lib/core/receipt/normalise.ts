import { createHash } from 'node:crypto'
import type { Action, Rule } from './rule'

// What SES fills in where a member is left out (SES API Reference, SNSAction and LambdaAction).
const defaults: Record<string, Record<string, string>> = {
  SNSAction: { Encoding: 'UTF-8' },
  LambdaAction: { InvocationType: 'Event' },
}

function normaliseAction({ type, settings }: Action): Action {
  const filled = Object.entries({ ...defaults[type], ...settings }).filter(([, value]) => value !== '')
  return { type, settings: Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/**
 * The one form of a rule, so that equal rules are equal text: recipients lower-cased, sorted, once each; an action's defaults filled in
 * and its members in order. Actions keep their order, for they run in it.
 */
export const normalise = (rule: Rule): Rule => ({
  name: rule.name,
  enabled: rule.enabled,
  scanEnabled: rule.scanEnabled,
  tlsPolicy: rule.tlsPolicy,
  recipients: [...new Set(rule.recipients.map((r) => r.toLowerCase()))].sort(),
  actions: rule.actions.map(normaliseAction),
})

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** SHA-256 (hex) of a rule's normal form. */
export const hashRule = (rule: Rule): string => sha256(normalise(rule))

/** SHA-256 (hex) of rules in their order. */
export const hashRules = (rules: readonly Rule[]): string => sha256(rules.map(normalise))

export const sameRules = (a: readonly Rule[], b: readonly Rule[]): boolean => hashRules(a) === hashRules(b)
