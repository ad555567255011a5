'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useLive } from '@/components/live/use-live'

/** Reads the page again when a plan changes; says when it no longer hears. Without script the link beside it does the same. */
export function LivePlan() {
  const t = useTranslations('operator')
  const router = useRouter()
  const state = useLive('/operator/live', () => router.refresh())
  return <p className="text-meta text-ink-3">{state === 'lost' ? t('live.lost') : ''}</p>
}
