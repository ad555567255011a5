'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { Remove } from './remove-form'

/** Asks for the name before the domain goes, and says what stops. Without script the button leads to the page that asks the same. */
export function RemoveDomain({ name, adopted, page, action }: { name: string; adopted: boolean; page: string; action: Remove }) {
  const t = useTranslations('domains')
  const [open, setOpen] = useState(false)
  const [state, submit] = useActionState(action, {})
  return (
    <>
      <form
        action={page}
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Button look="danger">{t('remove')}</Button>
      </form>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('removeTitle', { name })}
        description={t('removeText', { name })}
        confirm={t('remove')}
        typeName={name}
        action={submit}
        error={state.problem && (state.problem === 'typed' ? t('typed', { name }) : t('mayNot'))}
      >
        {adopted && <Checkbox name="deleteIdentity" label={t('deleteIdentity')} />}
      </AlertDialog>
    </>
  )
}
