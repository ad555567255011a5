'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

interface Props {
  name: string
  tenant: string
  /** API keys that the member made and that work. */
  keys: number
  action: (form: FormData) => Promise<void>
}

/** Takes a member out, after a question; without script at once, by a button that says so. */
export function RemoveMember({ name, tenant, keys, action }: Props) {
  const t = useTranslations('members')
  return (
    <>
      <AlertDialog
        trigger={<Button type="button" look="danger" className="noscript:hidden">{t('remove', { name })}</Button>}
        title={t('removeTitle', { name, tenant })}
        description={t('removeText', { name, keys })}
        confirm={t('remove', { name })}
        action={action}
      />
      <form action={action} className="hidden noscript:block">
        <Button look="danger">{t('removeNow', { name })}</Button>
      </form>
    </>
  )
}
