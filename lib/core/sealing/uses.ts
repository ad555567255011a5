/** What is kept sealed in the database, and the use that its key is derived for. */
export const sealedUses = { totp: 'totp', webhookSecret: 'webhook secret', productMail: 'product mail', idempotency: 'idempotency' } as const
export const sealedKinds = ['totp', 'webhookSecret', 'productMail', 'idempotency'] as const
export type SealedKind = (typeof sealedKinds)[number]
