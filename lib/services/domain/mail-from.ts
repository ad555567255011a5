import type { MailFromWish } from '@/lib/core/domain/mail-from'
import type { OnMxFailure } from '@/lib/core/inputs/domain'
import type { Domain } from '@/lib/db/generated/client'

export const wishOf = (row: Domain): MailFromWish => ({
  domain: row.mailFrom,
  onMxFailure: row.mailFromOnMxFailure as OnMxFailure,
  ours: row.mailFromOurs,
  asked: row.mailFromAskedAt !== null,
})
