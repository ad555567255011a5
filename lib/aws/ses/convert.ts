import type { ReceiptAction, ReceiptRule } from '@aws-sdk/client-ses'
import type { Action, Rule } from '@/lib/core/receipt/rule'

/** SES's shape of a rule, with every default that SES fills in for what is left out. The SDK's shapes stop here. */
export const toRule = (rule: ReceiptRule): Rule => ({
  name: rule.Name ?? '',
  enabled: rule.Enabled ?? false,
  scanEnabled: rule.ScanEnabled ?? false,
  tlsPolicy: rule.TlsPolicy === 'Require' ? 'Require' : 'Optional',
  recipients: rule.Recipients ?? [],
  actions: (rule.Actions ?? []).flatMap(toAction),
})

// By whatever member is set, so that a kind of action that this SDK does not name yet is still seen, and compared.
function toAction(action: ReceiptAction): Action[] {
  return Object.entries(action as Record<string, Record<string, unknown> | undefined>).flatMap(([type, members]) =>
    members ? [{ type, settings: Object.fromEntries(Object.entries(members).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]]))) }] : [],
  )
}

/** Every member is sent: an update replaces the whole rule, and `Enabled` and `ScanEnabled` are false where they are left out. */
export const fromRule = (rule: Rule): ReceiptRule => ({
  Name: rule.name,
  Enabled: rule.enabled,
  ScanEnabled: rule.scanEnabled,
  TlsPolicy: rule.tlsPolicy,
  Recipients: rule.recipients,
  Actions: rule.actions.map(({ type, settings }) => ({ [type]: settings }) as ReceiptAction),
})
