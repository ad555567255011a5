import { z } from 'zod'

const line = z.string().min(1).max(300).regex(/^[^\p{Cc}]*$/u, 'must be one line without control characters')

/** What a mail of the product says. No line of it can become a header field of its own. */
export const ProductMail = z.strictObject({
  subject: line,
  paragraphs: z.array(z.string().min(1).max(2000)).min(1).max(20),
  link: z.strictObject({ label: line, url: z.url({ protocol: /^https?$/ }) }).optional(),
})
export type ProductMail = z.infer<typeof ProductMail>
