'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActState } from './act-state'

type Act = (before: ActState, form: FormData) => Promise<ActState>

interface Props {
  id: string
  calls: number
  /** About as many seconds as it takes. */
  seconds: number
  deletes: number
  canApply: boolean
  canCancel: boolean
  applying: boolean
  apply: Act
  cancel: Act
}

/** Apply asks first; Discard, or Cancel while it runs, stands apart. Without script the button says all that the question would. */
export function PlanActs({ id, calls, seconds, deletes, canApply, canCancel, applying, apply, cancel }: Props) {
  const t = useTranslations('operator.acts')
  const [applied, doApply] = useActionState(apply, {})
  const [cancelled, doCancel] = useActionState(cancel, {})
  const refused = applied.refused ?? cancelled.refused
  return (
    <div className="flex flex-wrap items-center gap-x-10 gap-y-2">
      {refused && (
        <p role="alert" className="max-w-prose text-form text-bad">
          {t(`refused.${refused}`)}
        </p>
      )}
      {applied.asked && canApply && (
        <p role="status" className="text-form text-ink-2">
          {t('asked')}
        </p>
      )}
      {canApply && (
        <>
          <AlertDialog
            trigger={<Button type="button" look="primary" className="noscript:hidden">{t('apply', { n: calls, seconds })}</Button>}
            title={t('applyTitle', { n: calls })}
            description={<span className={deletes > 0 ? 'font-semibold text-bad' : undefined}>{t('applyDeletes', { n: deletes })}</span>}
            confirm={t('applyNow')}
            danger={deletes > 0}
            action={doApply}
          >
            <input type="hidden" name="id" value={id} />
          </AlertDialog>
          <form action={doApply} className="hidden noscript:block">
            <input type="hidden" name="id" value={id} />
            <Button look="primary">{t('applyPlain', { n: calls, deletes })}</Button>
          </form>
        </>
      )}
      {canCancel && (
        <form action={doCancel}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="plain">{applying ? t('cancel') : t('discard')}</SubmitButton>
        </form>
      )}
    </div>
  )
}
