'use client'

import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

interface Props {
  id?: string
  label: string
  title: string
  text: string
  /** The verb and the thing. */
  confirm: string
  /** What the button says that asks nothing, for a browser without script. */
  now: string
  action: (form: FormData) => Promise<void>
}

/** Takes away an app or a passkey, after a question. */
export function RemoveFactor({ id, label, title, text, confirm, now, action }: Props) {
  const which = id !== undefined && <input type="hidden" name="id" value={id} />
  return (
    <>
      <AlertDialog
        trigger={<Button type="button" look="danger" size="small" className="noscript:hidden" aria-label={confirm}>{label}</Button>}
        title={title}
        description={text}
        confirm={confirm}
        action={action}
      >
        {which}
      </AlertDialog>
      <form action={action} className="hidden noscript:block">
        {which}
        <Button look="danger" size="small">{now}</Button>
      </form>
    </>
  )
}
