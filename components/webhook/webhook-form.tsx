'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Checkbox } from '@/components/ui/checkbox'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { WebhookType } from '@/lib/core/webhook/event-type'
import { MadeWebhook } from './made-webhook'
import type { WebhookFormState } from './state'
import { eventKey } from './words'

interface Props {
  /** The list of webhooks, where one is made; none where one is changed. */
  back?: string
  /** The events that can be asked for. */
  types: readonly WebhookType[]
  start: WebhookFormState
  action: (before: WebhookFormState, form: FormData) => Promise<WebhookFormState>
}

/** URL, description and events of a webhook. After making one: its secret, once. */
export function WebhookForm({ back, types, start, action }: Props) {
  const t = useTranslations('webhooks')
  const ui = useTranslations('ui')
  const [state, submit] = useActionState(action, start)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [state])
  if (state.made && back) return <MadeWebhook made={state.made} to={`${back}/${state.made.id}`} />
  const { problems } = state
  const url = problems.url && t(`urlProblem.${problems.url}`)
  const description = problems.description ? t('urlProblem.description') : undefined
  return (
    <form key={JSON.stringify(state)} ref={form} action={submit} noValidate className="flex max-w-2xl flex-col gap-4">
      {problems.form && (
        <p role="alert" className="text-form text-bad">
          {t(`urlProblem.${problems.form}`)}
        </p>
      )}
      <Field id="url" label={t('url')} error={url}>
        <Input id="url" name="url" type="url" defaultValue={state.url} autoComplete="off" spellCheck={false} maxLength={2000} placeholder={t('urlPlaceholder')} className="font-mono" {...errorAttributes('url', url)} />
        <p className="text-meta text-ink-3">{t('urlHint')}</p>
      </Field>
      <Field id="description" label={t('description')} error={description}>
        <Input id="description" name="description" defaultValue={state.description} autoComplete="off" maxLength={200} className="max-w-md" {...errorAttributes('description', description)} />
        <p className="text-meta text-ink-3">{t('descriptionHint')}</p>
      </Field>
      <fieldset className="flex flex-col gap-1" aria-describedby={problems.events ? 'events-error' : undefined}>
        <legend className="pb-1 text-meta font-medium text-ink-2">{t('eventsLegend')}</legend>
        {problems.events && (
          <p id="events-error" className="text-table text-bad">
            {t('urlProblem.events')}
          </p>
        )}
        {types.map((type) => (
          <Checkbox
            key={type}
            name="eventTypes"
            value={type}
            defaultChecked={state.eventTypes.includes(type)}
            aria-invalid={problems.events ? true : undefined}
            label={
              <>
                {t(`event.${eventKey(type)}.name`)} <code className="font-mono text-table text-ink-3">{type}</code>
              </>
            }
            hint={t(`event.${eventKey(type)}.about`)}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton look={back ? 'primary' : 'plain'}>{back ? t('make') : t('save')}</SubmitButton>
        {back && (
          <Link href={back} prefetch={false} className={buttonClass()}>
            {ui('cancel')}
          </Link>
        )}
        <p role="status" className="text-meta text-ink-3 empty:hidden">
          {state.saved ? t('saved') : ''}
        </p>
      </div>
    </form>
  )
}
