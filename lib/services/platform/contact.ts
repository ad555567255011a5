import { z } from 'zod'
import { database } from '@/lib/db/client'

/** Platform setting `contact`: whom the people of a tenant can ask, as they are shown it; empty for nobody named. */
const Contact = z.strictObject({ text: z.string().trim().max(200, 'must have at most 200 characters') })

export async function readContact(): Promise<string | undefined> {
  const row = await database().prisma.platformSetting.findUnique({ where: { key: 'contact' }, select: { value: true } })
  return Contact.safeParse(row?.value).data?.text || undefined
}
