'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Code } from '@/components/ui/code'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { send, type Answer } from './send'

interface Props {
  method: string
  path: string
  parameters: readonly { name: string; in: 'path' | 'query' | 'header'; required: boolean; type: string }[]
  body: string | undefined
  needsKey: boolean
}

// In memory alone: it stays while the reader goes from one operation to the next, and is gone with the page.
let keptKey = ''

/** Sends the request from the reader's browser, with a key that the reader gives, and shows what came back. */
export function TryIt({ method, path, parameters, body, needsKey }: Props) {
  const t = useTranslations('docs')
  const [answer, setAnswer] = useState<Answer | 'failed' | undefined>()
  const [pending, setPending] = useState(false)
  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const of = (name: string) => String(form.get(name) ?? '')
    keptKey = of('key')
    setPending(true)
    const given = parameters.map((p) => ({ ...p, value: of(`p-${p.name}`) }))
    setAnswer(await send({ method, path, given, key: needsKey ? keptKey.trim() : '', body: body === undefined ? undefined : of('body') }).catch(() => 'failed' as const))
    setPending(false)
  }
  return (
    <form onSubmit={run} className="flex flex-col gap-3 noscript:hidden" autoComplete="off">
      {needsKey && (
        <Field id="key" label={t('yourKey')}>
          <Input id="key" name="key" type="password" defaultValue={keptKey} required autoComplete="off" spellCheck={false} aria-describedby="key-hint" className="max-w-xl font-mono" />
        </Field>
      )}
      {needsKey && <p id="key-hint" className="-mt-2 text-meta text-ink-3">{t('keyHint')}</p>}
      {parameters.map((p) => (
        <Field key={p.name} id={`p-${p.name}`} label={<><code className="font-mono">{p.name}</code> <span className="font-normal wrap-anywhere text-ink-3">{p.type}</span></>}>
          <Input id={`p-${p.name}`} name={`p-${p.name}`} required={p.required} spellCheck={false} autoCapitalize="none" className="max-w-xl font-mono" />
        </Field>
      ))}
      {body !== undefined && (
        <Field id="body" label={t('body')}>
          <Textarea id="body" name="body" defaultValue={body} rows={Math.min(20, body.split('\n').length + 1)} spellCheck={false} mono />
        </Field>
      )}
      <p>
        <SubmitButton disabled={pending}>{t('sendIt', { method })}</SubmitButton>
      </p>
      <div role="status" className="flex flex-col gap-2">
        {answer === 'failed' && <p className="text-bad">{t('unsent')}</p>}
        {answer && answer !== 'failed' && (
          <>
            <p className="font-medium">{t('answered', { status: answer.status, ms: answer.ms })}</p>
            <Code label={t('headers')}>{answer.headers}</Code>
            {answer.body !== '' && <Code label={t('answerBody')}>{answer.body}</Code>}
          </>
        )}
      </div>
    </form>
  )
}
