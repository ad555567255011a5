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
  deletes: number
  canApply: boolean
  canCancel: boolean
  applying: boolean
  apply: Act
  cancel: Act
}

/** Apply asks first; Discard, or Cancel while it runs, stands apart. */
export function PlanActs({ id, calls, deletes, canApply, canCancel, applying, apply, cancel }: Props) {
  const t = useTranslations('operator.acts')
  const [applied, doApply] = useActionState(apply, {})
  const [cancelled, doCancel] = useActionState(cancel, {})
  const failed = applied.message ?? cancelled.message
  return (
    <div className="flex flex-wrap items-center gap-x-10 gap-y-2">
      {canApply && (
        <AlertDialog
          trigger={<Button type="button" look="primary">{t('apply', { n: calls })}</Button>}
          title={t('applyTitle', { n: calls })}
          description={<span className={deletes > 0 ? 'font-semibold text-bad' : undefined}>{t('applyDeletes', { n: deletes })}</span>}
          confirm={t('applyNow')}
          danger={deletes > 0}
          action={doApply}
        >
          <input type="hidden" name="id" value={id} />
        </AlertDialog>
      )}
      {canApply && (
        <noscript>
          <form action={doApply}>
            <input type="hidden" name="id" value={id} />
            <Button>{t('applyPlain', { n: calls, deletes })}</Button>
          </form>
        </noscript>
      )}
      {canCancel && (
        <form action={doCancel}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="plain">{applying ? t('cancel') : t('discard')}</SubmitButton>
        </form>
      )}
      {failed && (
        <p role="alert" lang="en" className="text-form text-bad">
          {failed}
        </p>
      )}
    </div>
  )
}
