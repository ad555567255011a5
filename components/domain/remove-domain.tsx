'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

/** Asks for the name before the domain goes, and says what stops. */
export function RemoveDomain({ name, action }: { name: string; action: (form: FormData) => Promise<'typed' | void> }) {
  const t = useTranslations('domains')
  const [wrong, setWrong] = useState(false)
  return (
    <AlertDialog
      trigger={<Button type="button" look="danger">{t('remove')}</Button>}
      title={t('removeTitle', { name })}
      description={t('removeText', { name })}
      confirm={t('remove')}
      typeName={name}
      action={async (form) => setWrong((await action(form)) === 'typed')}
      error={wrong ? t('typed', { name }) : undefined}
    />
  )
}
