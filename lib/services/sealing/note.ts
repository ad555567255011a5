import { inPlatform } from '@/lib/db/tenant'
import { mailOperators } from '@/lib/services/notice/mail-operators'
import { pageUrl } from '@/lib/services/notice/words'
import { keyIds } from './stand'

/** At the worker's start: notes with which key the installation runs. Operators are told of a new one: whoever changes it can read what is sealed from now on. */
export async function noteKey(): Promise<void> {
  const id = keyIds()[0]!
  await inPlatform(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('sealing_key', 0))::text`
    const last = await tx.sealingKey.findFirst({ orderBy: { currentSince: 'desc' } })
    if (last?.id === id) return
    await tx.sealingKey.upsert({ where: { id }, create: { id }, update: { currentSince: new Date() } })
    if (!last) return
    await mailOperators(tx, {
      kind: 'keyRotated',
      words: (t) => ({
        subject: t('keyRotated.subject'),
        paragraphs: [t('keyRotated.what', { from: last.id, to: id }), t('keyRotated.do')],
        link: { label: t('keyRotated.link'), url: pageUrl('/operator/keys') },
      }),
    })
  })
}
