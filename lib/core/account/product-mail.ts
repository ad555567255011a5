import { z } from 'zod'
import type { NoticeKind } from '@/lib/core/notice/kinds'

/** What mails of the product there are: a name for the log of them. Each capability adds its own. */
export type MailKind =
  | 'confirm' | 'known' | 'test' | 'reset' | 'passwordChanged' | 'addressNew' | 'addressOld' | 'addressChanged' | 'accountDeleted' | 'twoStepChanged' | 'invite'
  | NoticeKind

const line = z.string().min(1).max(300).regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line without control characters')

/** What a mail of the product says. No line of it can become a header field of its own. */
export const ProductMail = z.strictObject({
  /** The language that it is written in. */
  locale: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  subject: line,
  paragraphs: z.array(z.string().min(1).max(2000)).min(1).max(20),
  link: z.strictObject({ label: line, url: z.url({ protocol: /^https?$/ }) }).optional(),
  /** Ends mails of this kind for this reader, where he can do without them. */
  unsubscribe: z.strictObject({ label: line, url: z.url({ protocol: /^https?$/ }) }).optional(),
})
export type ProductMail = z.infer<typeof ProductMail>
