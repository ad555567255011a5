export const exportStates = ['queued', 'running', 'ready', 'failed', 'expired'] as const
export type ExportState = (typeof exportStates)[number]

/** One export, as it is listed. */
export interface ExportRow {
  id: string
  state: ExportState
  askedAt: Date
  /** Messages that are in the file, and how many there were when it was begun. */
  done: number
  total: number | null
  /** Of the file, once it is ready. */
  bytes: number | null
  settledAt: Date | null
  /** When the file goes. */
  expiresAt: Date | null
  /** Why the last try failed; `permanent`: asking again is of no use until that is mended. */
  problem: string | null
  permanent: boolean
}

/** Days that a file can be fetched. */
export const exportDays = 7

/** Where the file lies: below the tenant's own prefix, so that it goes with the tenant. */
export const exportKey = (tenantId: string, id: string): string => `t/${tenantId}/exports/${id}.tar.gz`

interface Table {
  /** The file in the archive, without its ending. */
  file: string
  /** From what it is read, as `x`. */
  from: string
  /** Every column that is told. Hashes and sealed secrets are not among them. */
  columns: readonly string[]
  /** Beside the tenant, of the primary key: pages are cut by it. */
  key: string
}

const member = ['userId', 'role', 'createdAt', 'seenAt']

/** Each table of a tenant that its export tells, but mail: message, delivery, trace and event are told together. */
export const exportTables: readonly Table[] = [
  { file: 'members', from: 'membership', columns: member, key: 'userId' },
  { file: 'invitations', from: 'invitation', columns: ['id', 'email', 'role', 'locale', 'invitedBy', 'createdAt', 'sentAt', 'expiresAt', 'declinedAt'], key: 'id' },
  {
    file: 'domains',
    from: 'domain',
    columns: ['id', 'name', 'status', 'token', 'dkimTokens', 'records', 'mailFrom', 'mailFromOnMxFailure', 'createdAt', 'checkedAt', 'verifiedAt', 'failingAt', 'provenAt', 'expiresAt', 'lapsedAt', 'lostAt', 'consent', 'adoptedAt'],
    key: 'id',
  },
  { file: 'domain-consents', from: 'domain_consent', columns: ['id', 'domainId', 'name', 'proof', 'answer', 'askedAt', 'answeredAt'], key: 'id' },
  { file: 'rule-draft', from: 'rule_draft', columns: ['rules', 'revision', 'updatedBy', 'updatedAt'], key: 'tenantId' },
  { file: 'rule-versions', from: 'rule_version', columns: ['version', 'rules', 'publishedBy', 'publishedAt'], key: 'version' },
  { file: 'api-keys', from: 'api_key', columns: ['id', 'name', 'prefix', 'role', 'scopes', 'createdBy', 'createdAt', 'lastUsedAt', 'lastUsedIp', 'expiresAt', 'revokedAt'], key: 'id' },
  { file: 'webhooks', from: 'webhook_endpoint', columns: ['id', 'url', 'description', 'eventTypes', 'state', 'disabledWhy', 'disabledAt', 'failingSince', 'createdAt'], key: 'id' },
  { file: 'webhook-events', from: 'webhook_event', columns: ['id', 'type', 'body', 'createdAt'], key: 'id' },
  {
    file: 'webhook-attempts',
    from: 'webhook_attempt',
    columns: ['id', 'endpointId', 'eventId', 'type', 'n', 'state', 'dueAt', 'startedAt', 'settledAt', 'ms', 'requestHeaders', 'status', 'responseHeaders', 'responseBody', 'problem', 'undelivered'],
    key: 'id',
  },
  { file: 'saved-views', from: 'saved_view', columns: ['id', 'userId', 'name', 'query', 'createdAt'], key: 'id' },
  { file: 'releases', from: 'message_release', columns: ['deliveryId', 'actorKind', 'actorId', 'dueAt', 'cancelledAt', 'settledAt'], key: 'deliveryId' },
  { file: 'limits', from: 'tenant_limit', columns: ['name', 'value', 'setAt'], key: 'name' },
  { file: 'usage', from: 'tenant_usage', columns: ['storageBytes', 'day', 'messages', 'heldMessages', 'heldBytes', 'waitsFor'], key: 'tenantId' },
  { file: 'exports', from: 'tenant_export', columns: ['id', 'state', 'actorKind', 'actorId', 'askedAt', 'settledAt', 'expiresAt', 'bytes'], key: 'id' },
  { file: 'operator-looks', from: 'impersonation', columns: ['id', 'operatorId', 'reason', 'startedAt', 'expiresAt', 'endedAt', 'endedWhy'], key: 'id' },
  { file: 'audit', from: 'audit', columns: ['id', 'at', 'actorKind', 'actorId', 'verb', 'targetKind', 'targetId', 'before', 'after', 'ip'], key: 'id' },
]

/** Tables of a tenant that the export leaves out, and why. A table in neither list fails a test. */
export const notExported: Readonly<Record<string, string>> = {
  message: 'told in messages/, with its raw mail in raw/',
  delivery: 'told in messages/, below its message',
  trace: 'told in messages/, below its delivery',
  event: 'told in messages/, below its delivery',
  delivery_search: 'an index over what is told',
  day_count: 'a count of what is told',
  hour_count: 'a count of what is told',
  webhook_hour: 'a count of what is told',
  limit_hold: 'which messages wait, as their disposition says',
  limit_notice: 'who was mailed on which day, so that nobody is twice',
  effect: 'claims of the worker',
  idempotency: 'answers kept for a day, sealed',
  slug_reservation: 'the name, which the tenant has; nobody reads it',
}
