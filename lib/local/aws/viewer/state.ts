import type { ReceiptAction } from '@aws-sdk/client-ses'
import type { AwsResponse, Dns, SesState } from '@/lib/local/aws/contracts'
import type { createIdentities } from '@/lib/local/aws/ses/identities'
import type { createRuleSets } from '@/lib/local/aws/ses/rule-sets'
import { html, page, table, type Html } from './html'

/** Rule sets, the active one marked, the rules in the order in which they run. */
export function ruleSets(sets: ReturnType<ReturnType<typeof createRuleSets>['all']>, ses: Pick<SesState, 'filters'>): AwsResponse {
  const shown = [...sets]
    .sort((a, b) => Number(b.active) - Number(a.active))
    .map(
      (set) => html`<section><h2>${set.name} ${set.active ? html`<span class="mark">active</span>` : undefined}</h2>
${table(
  ['', 'Rule', 'Recipients', 'Actions', 'Settings'],
  set.rules.map((r, i) => [
    i + 1,
    r.Name,
    lines(r.Recipients?.length ? r.Recipients : ['(every recipient)']),
    lines((r.Actions ?? []).map(actionText)),
    lines([r.Enabled ? 'enabled' : 'not enabled', r.ScanEnabled ? 'scanned' : 'not scanned', `TLS ${r.TlsPolicy}`]),
  ]),
  'This set has no rules.',
)}</section>`,
    )
  const filters = ses.filters().map((f) => [f.Name, f.IpFilter?.Policy, f.IpFilter?.Cidr])
  return page(
    'Rule sets',
    html`${sets.some((s) => s.active) ? undefined : html`<p>No rule set is active: no mail is received.</p>`}${shown}
<h2>IP filters</h2>${table(['Name', 'Policy', 'Addresses'], filters, 'No filters.')}`,
  )
}

const lines = (texts: string[]): Html => html`${texts.map((t, i) => (i === 0 ? html`${t}` : html`<br>${t}`))}`

const actionText = (action: ReceiptAction): string =>
  Object.entries(action)
    .map(([kind, members]) => {
      const known = Object.entries(members ?? {}).filter(([, v]) => v !== undefined)
      return `${kind.replace(/Action$/, '')}: ${known.map(([k, v]) => `${k} ${String(v)}`).join(', ')}`
    })
    .join('; ')

export function identityList(identities: ReturnType<typeof createIdentities>): AwsResponse {
  const rows = identities
    .all()
    .map((i) => [
      i.name,
      i.status,
      `${i.dkim.status}${i.dkim.enabled ? '' : ' (off)'}`,
      i.mailFrom ? `${i.mailFrom.domain}: ${i.mailFrom.status}` : '',
    ])
  return page('Identities', table(['Identity', 'Status', 'DKIM', 'MAIL FROM'], rows, 'No identities.'))
}

export function records(dns: Dns): AwsResponse {
  const rows = dns.list().map((r) => [r.name, r.type, lines(r.values)])
  return page(
    'DNS',
    html`<p>The zone that the local DNS on port ${dns.port()} answers from. <code>PUT /_local/dns</code> changes it.</p>
${table(['Name', 'Type', 'Values'], rows, 'No records.')}`,
  )
}
