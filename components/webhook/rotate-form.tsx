'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Secret } from '@/components/ui/secret'
import { SubmitButton } from '@/components/ui/submit-button'
import type { RotateState } from './state'

/** Asks, then shows the new secret, this once. */
export function RotateForm({ back, action }: { back: string; action: (before: RotateState) => Promise<RotateState> }) {
  const t = useTranslations('webhooks')
  const ui = useTranslations('ui')
  const [state, submit] = useActionState(action, {})
  if (state.secret && state.until)
    return (
      <div className="flex max-w-2xl flex-col items-start gap-4">
        <Secret label={t('rotated')} value={state.secret} />
        <p className="text-ink-2">{t('rotatedText', { time: state.until })}</p>
        <Link href={back} prefetch={false} className={buttonClass('primary')}>
          {t('next')}
        </Link>
      </div>
    )
  return (
    <form action={submit} className="flex max-w-2xl flex-col items-start gap-4">
      {state.problem && (
        <p role="alert" className="text-form text-bad">
          {t('urlProblem.forbidden')}
        </p>
      )}
      <p className="text-ink-2">{t('rotateText')}</p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t('rotateDo')}</SubmitButton>
        <Link href={back} prefetch={false} className={buttonClass()}>
          {ui('cancel')}
        </Link>
      </div>
    </form>
  )
}
