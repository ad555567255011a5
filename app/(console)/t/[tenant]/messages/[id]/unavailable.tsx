import { getTranslations } from 'next-intl/server'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Fault } from '@/lib/core/fault'

/** S3 may not give a mail; the rest of its page lives on. */
export async function attempt<R>(read: () => Promise<R>): Promise<{ ok: true; value: R } | { ok: false }> {
  try {
    return { ok: true, value: await read() }
  } catch (error) {
    if (error instanceof Fault) return { ok: false }
    throw error
  }
}

export async function RawUnavailable() {
  const t = await getTranslations('message')
  return (
    <ErrorPanel title={t('rawUnavailable')}>
      <p>{t('rawUnavailableBody')}</p>
    </ErrorPanel>
  )
}
