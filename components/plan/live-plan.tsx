'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { useLive } from '@/components/live/use-live'

/** Reads the page again when a plan changes; says when it no longer hears. Then, and without script, a link does the same. */
export function LivePlan({ at }: { at: string }) {
  const t = useTranslations('operator')
  const router = useRouter()
  const lost = useLive('/operator/live', () => router.refresh()) === 'lost'
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-meta text-ink-3">
      <p role="status">{lost ? t('live.lost') : ''}</p>
      <Link href={at} prefetch={false} className={classes('min-h-6 items-center text-accent underline', lost ? 'inline-flex' : 'hidden noscript:inline-flex')}>
        {t('live.again')}
      </Link>
    </div>
  )
}
