import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { WebhookState } from '@/lib/services/webhook/list'
import { fullTime } from '@/lib/web/format'

interface Props {
  webhook: WebhookState
  page: string
  query: Record<string, string | string[] | undefined>
  writes: boolean
  enable: () => Promise<void>
}

/** What was just done, and what needs a person: that it fails, is off, or owes events. */
export async function News({ webhook, page, query, writes, enable }: Props) {
  const [t, locale, zone] = await Promise.all([getTranslations('webhooks'), getLocale(), getTimeZone()])
  const { enabled, disabledWhy, disabledAt, failingSince, undelivered } = webhook
  const n = Number(query['n'] ?? 0) || 0
  const said: Record<string, string> = {
    tested: t('tested'),
    enabled: undelivered > 0 ? t('enabledOffer', { n: undelivered }) : t('enabled'),
    disabled: t('disabled'),
    redelivered: t('redelivered'),
    all: t('redeliveredAll', { n }),
  }
  const done = said[String(query['done'])]
  const wrong = query['done'] === 'refused' ? t('refused') : query['done'] === 'changed' ? t('redeliverChanged', { n: undelivered }) : undefined
  const redeliver = writes && enabled && undelivered > 0 && (
    <Link href={`${page}/redeliver`} prefetch={false} className={buttonClass()}>
      {t('redeliverAll', { n: undelivered })}
    </Link>
  )
  return (
    <>
      {done && <Banner tone="ok" live>{done}</Banner>}
      {wrong && <Banner tone="bad" live>{wrong}</Banner>}
      {!enabled && disabledAt && (
        <Banner
          tone="warn"
          icon="pause"
          acts={
            writes && (
              <form action={enable}>
                <SubmitButton>{t('enable')}</SubmitButton>
              </form>
            )
          }
        >
          {t(`why.${disabledWhy ?? 'person'}`, { time: fullTime(disabledAt, locale, zone) })} {t('offText')}
        </Banner>
      )}
      {enabled && failingSince && <Banner tone="bad">{t('since', { time: fullTime(failingSince, locale, zone) })}</Banner>}
      {undelivered > 0 && (
        <Banner tone="warn" icon="undo" acts={redeliver}>
          {t('undeliveredBanner', { n: undelivered })}
        </Banner>
      )}
    </>
  )
}
