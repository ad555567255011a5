import { contactOf } from '@/lib/core/setting/contact'
import { database } from '@/lib/db/client'

export async function readContact(): Promise<string | undefined> {
  const row = await database().prisma.platformSetting.findUnique({ where: { key: 'contact' }, select: { value: true } })
  return contactOf(row?.value).text || undefined
}
