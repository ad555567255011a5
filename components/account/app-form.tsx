'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CodesState } from './codes-state'
import { RecoveryCodes } from './recovery-codes'

interface Props {
  action: (before: CodesState, form: FormData) => Promise<CodesState>
  submit: string
  /** Said above the codes once it is done. */
  done: string
  /** The field for a code of the app; without it there is a button alone. */
  code?: { label: string; hint: string }
  look?: 'primary' | 'plain'
  /** Stands above the field until it is done: the QR code. */
  children?: ReactNode
}

/** A form whose answer may be recovery codes, shown in its place. Works without script. */
export function AppForm({ action, submit, done, code, look = 'primary', children }: Props) {
  const t = useTranslations('own')
  const [state, send] = useActionState(action, { given: {} })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role=alert], [aria-invalid]')?.focus()
  }, [state])
  if (state.done)
    return (
      <div className="flex flex-col items-start gap-4">
        <Banner tone="ok" live>
          {done}
        </Banner>
        {state.codes && <RecoveryCodes codes={state.codes} />}
        <Link href="/account/two-step" prefetch={false} className={buttonClass('primary')}>
          {t(state.codes ? 'codesKept' : 'back')}
        </Link>
      </div>
    )
  return (
    <div ref={box} className="flex flex-col gap-4">
      {children}
      <form action={send} noValidate className="flex max-w-sm flex-col gap-4">
        {state.problem && <ErrorPanel alert title={state.problem} />}
        {code && (
          <Field id="code" label={code.label} error={state.fields?.['code']}>
            <p className="text-table text-ink-2">{code.hint}</p>
            <Input id="code" name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} {...errorAttributes('code', state.fields?.['code'])} />
          </Field>
        )}
        <SubmitButton look={look} className="self-start">
          {submit}
        </SubmitButton>
      </form>
    </div>
  )
}
