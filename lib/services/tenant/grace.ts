import { graceOf } from '@/lib/core/tenant/grace'
import { database } from '@/lib/db/client'

/** How many days pass between the word that a tenant shall go and its end. */
export const readGrace = async (): Promise<{ graceDays: number }> => graceOf((await database().prisma.platformSetting.findUnique({ where: { key: 'deletion' } }))?.value)
