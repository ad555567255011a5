'use client'

import { useLinkStatus } from 'next/link'
import { useFormStatus } from 'react-dom'

/** Inside a link: marks it while its page is on the way. See `.pending-scope` in globals.css. */
export function LinkPending({ label }: { label: string }) {
  const { pending } = useLinkStatus()
  return <Mark pending={pending} label={label} />
}

/** Inside a form: the same while it is on its way. */
export function FormPending({ label }: { label: string }) {
  const { pending } = useFormStatus()
  return <Mark pending={pending} label={label} />
}

const Mark = ({ pending, label }: { pending: boolean; label: string }) => (
  <span role="status" className="sr-only" data-pending={pending || undefined}>
    {pending ? label : ''}
  </span>
)
