import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'

interface Props {
  text: ReactNode
  label: ReactNode
  back: string
  look?: 'danger' | 'primary'
  /** What is sent with the answer. */
  fields?: Readonly<Record<string, string>>
  action: (form: FormData) => Promise<void>
}

/** A question on a page of its own: works without script. */
export function AskPage({ text, label, back, look = 'danger', fields = {}, action }: Props) {
  const ui = useTranslations('ui')
  return (
    <form action={action} className="flex max-w-xl flex-col items-start gap-4 px-4 pb-8">
      <p className="text-ink-2 wrap-anywhere">{text}</p>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap gap-2">
        <SubmitButton look={look}>{label}</SubmitButton>
        <Link href={back} prefetch={false} className={buttonClass()}>
          {ui('cancel')}
        </Link>
      </div>
    </form>
  )
}
