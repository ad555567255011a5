'use client'

import { useState, type ReactNode } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import type { ButtonLook } from '@/components/ui/button-class'

interface Props {
  /** Verb and thing. */
  label: ReactNode
  title: ReactNode
  text: ReactNode
  /** The page that asks the same where there is no script. */
  page: string
  look?: ButtonLook
  action: () => Promise<void>
}

/** A question before what ends something. */
export function AskFirst({ label, title, text, page, look = 'danger', action }: Props) {
  const [open, setOpen] = useState(false)
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
        <Button look={look}>{label}</Button>
      </form>
      <AlertDialog open={open} onOpenChange={setOpen} title={title} description={text} confirm={label} action={action} />
    </>
  )
}
