'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Input, Select } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import { Switch } from '@/components/ui/switch'
import { changeForm, formOf, newForm, type RuleForm as Form } from '@/lib/core/rules/form'
import type { Rule } from '@/lib/core/rules/rule'
import { textOf } from '@/lib/core/rules/diff'
import { GroupFields } from './condition-fields'
import { Conflict } from './conflict'
import type { EditState } from './edit-state'

interface Props {
  /** Null for a new rule. */
  rule: Rule | null
  saved: boolean
  readOnly: boolean
  action: (before: EditState, data: FormData) => Promise<EditState>
  /** Notes on the rule as it is saved. */
  notes: ReactNode
}

const words = ['keep', 'quarantine', 'drop', 'stop'] as const

/** One rule. While nothing is written it follows the draft; from the first letter on it keeps what is written. */
export function RuleForm(props: Props) {
  const [held, hold] = useState({ rule: props.rule, n: 0 })
  const [dirty, setDirty] = useState(false)
  if (!dirty && textOf(props.rule) !== textOf(held.rule)) hold({ rule: props.rule, n: held.n + 1 })
  return (
    <Fields
      key={held.n}
      {...props}
      rule={held.rule}
      onDirty={setDirty}
      onSaved={(rule) => {
        hold((before) => ({ rule, n: before.n }))
        setDirty(false)
      }}
    />
  )
}

function Fields({ rule, saved, readOnly, action, notes, onDirty, onSaved }: Props & { onDirty: (dirty: boolean) => void; onSaved: (rule: Rule | null) => void }) {
  const t = useTranslations('rules')
  const first: EditState = { was: rule, form: rule ? formOf(rule) : newForm(t('newName')), problems: {}, n: 0, saved, dirty: false, conflict: null, refused: null }
  const [state, submit] = useActionState(action, first)
  const [form, setForm] = useState(state.form)
  const [answered, setAnswered] = useState(state.n)
  const [dirty, setOwnDirty] = useState(state.dirty)
  if (answered !== state.n) {
    setAnswered(state.n)
    setForm(state.form)
    setOwnDirty(state.dirty)
  }
  const ref = useRef<HTMLFormElement>(null)
  const [focus, setFocus] = useState<{ id: string } | null>(null)
  const problems = Object.entries(state.problems)
  useEffect(() => {
    onDirty(dirty)
  }, [dirty, onDirty])
  useEffect(() => {
    if (state.n === 0) return
    if (!state.dirty) onSaved(state.was)
    ref.current?.querySelector<HTMLElement>('[data-summary], [aria-invalid]')?.focus()
    // An answer comes once; the callbacks are the holder's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state])
  useEffect(() => {
    if (focus) document.getElementById(focus.id)?.focus()
  }, [focus])
  useEffect(() => {
    if (!dirty) return
    const guard = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [dirty])
  const change = (next: Form) => {
    setForm(next)
    setOwnDirty(true)
  }
  const command = (text: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault()
    const next = changeForm(form, text)
    setFocus({ id: focusAfter(next, text) })
    change(next)
  }
  const parts = { problems: state.problems, readOnly, command }
  return (
    <form ref={ref} action={submit} noValidate className="flex min-w-0 flex-col gap-4" aria-label={form.name || t('newRule')}>
      {/* The first submit button of a form is what Enter presses. */}
      {!readOnly && <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />}
      {state.refused && (
        <ErrorPanel alert title={t('listFailed', { why: t(`why.${state.refused}`) })} />
      )}
      {problems.length > 1 && (
        <div data-summary tabIndex={-1} role="alert" className="rounded-panel border border-bad bg-bad-soft p-3">
          <p className="font-semibold">{t('notSaved', { n: problems.length })}</p>
          <ul className="list-disc pl-5">
            {problems.map(([name, key]) => (
              <li key={name}>
                <a href={`#${name}`} className="text-accent underline">
                  {t(`problem.${key}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.conflict && <Conflict conflict={state.conflict} />}
      <fieldset key={answered} disabled={readOnly} className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-col gap-2">
          <Field id="name" label={t('name')} error={state.problems['name'] && t(`problem.${state.problems['name']}`)}>
            <Input id="name" name="name" value={form.name} onChange={(event) => change({ ...form, name: event.target.value })} autoComplete="off" {...errorAttributes('name', state.problems['name'])} />
          </Field>
          <Switch label={t('enabled')} name="enabled" checked={form.enabled} onChange={(event) => change({ ...form, enabled: event.target.checked })} />
        </div>
        {notes}
        <Part title={t('when')} text={t('whenText')}>
          <GroupFields node={form.when} path="when" label={t('when')} {...parts} onChange={(when) => change({ ...form, when })} />
        </Part>
        {form.unless ? (
          <Part title={t('unless')} text={t('unlessText')}>
            <GroupFields node={form.unless} path="unless" label={t('unless')} {...parts} onChange={(unless) => change({ ...form, unless })} />
            {!readOnly && (
              <Button size="small" look="quiet" className="self-start" formNoValidate name="do" value="remove:unless" onClick={command('remove:unless')}>
                {t('removeUnless')}
              </Button>
            )}
          </Part>
        ) : (
          !readOnly && (
            <Button size="small" className="self-start" formNoValidate name="do" value="unless" onClick={command('unless')}>
              <Icon name="plus" />
              {t('addUnless')}
            </Button>
          )
        )}
        <Part title={t('then')} text={t('thenText')}>
          <ol id="actions" tabIndex={-1} className="flex flex-col gap-2">
            {form.actions.map((type, i) => {
              const key = state.problems[`actions.${i}`]
              return (
                <li key={i} className="flex items-start gap-2">
                  <div className="min-w-0 flex-1">
                    <Field id={`actions.${i}`} label={t('actionLabel', { n: i + 1 })} error={key && t(`problem.${key}`)}>
                      <Select
                        id={`actions.${i}`}
                        name={`actions.${i}`}
                        value={type}
                        onChange={(event) => change({ ...form, actions: form.actions.with(i, words.find((w) => w === event.target.value) ?? 'keep') })}
                        options={words.map((word) => ({ value: word, label: t(`action.${word}`) }))}
                        {...errorAttributes(`actions.${i}`, key)}
                      />
                    </Field>
                    <p className="pt-1 text-table text-ink-2">{t(`does.${type}`)}</p>
                  </div>
                  {!readOnly && (
                    <IconButton type="submit" formNoValidate name="do" value={`remove:actions.${i}`} onClick={command(`remove:actions.${i}`)} icon="bin" label={t('removeAction', { n: i + 1 })} className="mt-5" />
                  )}
                </li>
              )
            })}
          </ol>
          {state.problems['actions'] && <p className="text-table text-bad">{t(`problem.${state.problems['actions']}`)}</p>}
          {!readOnly && form.actions.length < 10 && (
            <Button size="small" className="self-start" formNoValidate name="do" value="action" onClick={command('action')}>
              <Icon name="plus" />
              {t('addAction')}
            </Button>
          )}
        </Part>
      </fieldset>
      {!readOnly && (
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface py-2 max-lg:bottom-14">
          <SubmitButton name="do" value="save">
            {t('saveRule')}
          </SubmitButton>
          <p role="status" className="text-table text-ink-2">
            {dirty ? t('unsaved') : state.saved ? t('saved') : ''}
          </p>
        </div>
      )}
    </form>
  )
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <div>
        <h3 className="text-form font-semibold">{title}</h3>
        <p className="text-meta text-ink-3">{text}</p>
      </div>
      {children}
    </section>
  )
}

/** What was added gets the focus; after a removal its list does not lose it to the page's start. */
function focusAfter(form: Form, text: string): string {
  const [verb, path = ''] = text.split(':')
  if (verb === 'unless') return 'unless.0.field'
  if (verb === 'action') return `actions.${form.actions.length - 1}`
  if (path.startsWith('actions') || path === 'unless') return 'actions'
  if (verb === 'remove') return `${path.split('.').slice(0, -1).join('.')}.group`
  const [root, ...rest] = path.split('.')
  let group = root === 'unless' ? form.unless : form.when
  for (const i of rest) {
    const inner = group?.of[Number(i)]
    group = inner && 'group' in inner ? inner : null
  }
  return `${path}.${(group?.of.length ?? 1) - 1}.${verb === 'group' ? 'group' : 'field'}`
}
