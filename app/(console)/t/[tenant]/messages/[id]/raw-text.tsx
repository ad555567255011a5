import { getLocale, getTranslations } from 'next-intl/server'
import { MailText } from '@/components/message/mail-text'
import { buttonClass } from '@/components/ui/button'
import type { TenantContext } from '@/lib/core/access/actor'
import type { MessageDetail } from '@/lib/services/message/get'
import { rawMessage } from '@/lib/services/message/raw'
import { bytes } from '@/lib/web/format'
import { attempt, RawUnavailable } from './unavailable'

const most = 256 * 1024

/** The mail as it came, as text: UTF-8 where it is that. */
export async function RawText({ ctx, slug, message }: { ctx: TenantContext; slug: string; message: MessageDetail }) {
  const [t, m, locale] = await Promise.all([getTranslations('message.raw'), getTranslations('messages.page'), getLocale()])
  const read = await attempt(() => rawMessage({ ctx, input: { id: message.id } }))
  if (!read.ok) return <RawUnavailable />
  const raw = read.value
  return (
    <div className="flex flex-col items-start gap-3">
      <a href={`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(message.id)}/raw`} className={buttonClass()}>
        {m('raw')}
      </a>
      {raw.length > most && <p className="text-ink-2">{t('cut', { size: bytes(most, locale), all: bytes(raw.length, locale) })}</p>}
      <div lang="" role="region" aria-label={t('label')} className="w-full font-mono text-table wrap-anywhere">
        <MailText text={new TextDecoder().decode(raw.subarray(0, most))} lines />
      </div>
    </div>
  )
}
