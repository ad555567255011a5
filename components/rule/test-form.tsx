'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { Input, Select } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { TestResult } from './test-result'
import type { TestState } from './test-state'

interface Props {
  action: (before: TestState, data: FormData) => Promise<TestState>
  messages: readonly { id: string; label: string }[]
  message: string
}

/** Which mail: one of the log, or one's own; then what both rule sets do with it. */
export function TestForm({ action, messages, message }: Props) {
  const t = useTranslations('rules')
  const [state, submit] = useActionState(action, { raw: '', recipient: '', mailFrom: '', message, problems: {}, failed: null, result: null })
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.querySelector<HTMLElement>('[data-result], [role=alert], [aria-invalid]')?.focus(), [state])
  const error = (name: 'raw' | 'recipient') => {
    const key = state.problems[name]
    return key && t(`testProblem.${key}`)
  }
  return (
    <div ref={ref} className="flex flex-col gap-4">
      {state.failed && <ErrorPanel alert title={t(`testProblem.${state.failed}`)} />}
      {state.result && <TestResult {...state.result} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <form action={submit} className="flex min-w-0 flex-col items-start gap-3 rounded-panel border border-line bg-surface p-4">
          <h2 className="text-h2 font-semibold">{t('testLog')}</h2>
          {messages.length === 0 ? (
            <p className="text-ink-2">{t('testNone')}</p>
          ) : (
            <>
              <div className="w-full">
                <Field id="message" label={t('testChoice')}>
                  <Select key={state.message} id="message" name="message" defaultValue={state.message || messages[0]!.id} options={messages.map(({ id, label }) => ({ value: id, label }))} />
                </Field>
              </div>
              <SubmitButton name="do" value="log">
                {t('testRun')}
              </SubmitButton>
            </>
          )}
        </form>
        <form action={submit} noValidate className="flex min-w-0 flex-col items-start gap-3 rounded-panel border border-line bg-surface p-4">
          <h2 className="text-h2 font-semibold">{t('testOwn')}</h2>
          <div className="flex w-full flex-col gap-3">
            <Field id="recipient" label={t('testRecipient')} error={error('recipient')}>
              <Input key={state.recipient} id="recipient" name="recipient" defaultValue={state.recipient} className="font-mono" inputMode="email" autoCapitalize="none" autoComplete="off" spellCheck={false} {...errorAttributes('recipient', error('recipient'))} />
            </Field>
            <Field id="mailFrom" label={t('testMailFrom')}>
              <Input key={state.mailFrom} id="mailFrom" name="mailFrom" defaultValue={state.mailFrom} className="font-mono" inputMode="email" autoCapitalize="none" autoComplete="off" spellCheck={false} />
            </Field>
            <Field id="raw" label={t('testRaw')} error={error('raw')}>
              <Textarea key={state.raw} id="raw" name="raw" mono rows={6} className="max-h-80" defaultValue={state.raw} spellCheck={false} {...errorAttributes('raw', error('raw'))} />
            </Field>
            <FileDrop label={t('testFile')} name="file" accept=".eml,message/rfc822,text/plain" hint={t('testFileHint')} />
          </div>
          <SubmitButton look="plain" name="do" value="own">
            {t('testRunOwn')}
          </SubmitButton>
        </form>
      </div>
    </div>
  )
}
