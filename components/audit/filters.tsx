import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { ActiveFilters } from '@/components/layout/active-filters'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Input, Select } from '@/components/ui/input'
import { FormPending } from '@/components/ui/pending'
import { actorKinds } from '@/lib/core/access/actor'

type Name = 'actor' | 'kind' | 'verb' | 'target' | 'since' | 'until'

interface Props {
  /** The page's address without filters. */
  action: string
  values: Partial<Record<Name, string>>
  /** Zone of the two times, and its short name. */
  zone: { id: string; short: string }
  verbs: readonly { value: string; label: string }[]
  active: readonly { name: string; value: string; without: string }[]
}

/** A GET form: the address is the state, and it works without script. What is filtered by stands below it, each to be taken away. */
export function AuditFilters({ action, values, zone, verbs, active }: Props) {
  const t = useTranslations('audit')
  const c = useTranslations('console')
  const any = { value: '', label: t('any') }
  return (
    <div className="flex flex-col gap-2">
      <Form key={JSON.stringify(values)} action={action} prefetch={false} role="search" aria-label={t('filters')} className="flex flex-col gap-2">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <Field id="actor" label={t('who')}>
            <Input id="actor" name="actor" defaultValue={values.actor} placeholder={t('whoHint')} maxLength={320} autoCapitalize="none" spellCheck={false} />
          </Field>
          <Field id="verb" label={t('what')}>
            <Select id="verb" name="verb" defaultValue={values.verb ?? ''} options={[any, ...verbs]} />
          </Field>
          <Field id="kind" label={t('kindLabel')}>
            <Select id="kind" name="kind" defaultValue={values.kind ?? ''} options={[any, ...actorKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
          </Field>
        </div>
        <details className="group" open={Boolean(values.target ?? values.since ?? values.until)}>
          <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-control text-table font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
            <span className="group-open:rotate-180">
              <Icon name="chevron" />
            </span>
            {t('moreFilters')}
          </summary>
          <div className="grid grid-cols-1 gap-3 pt-2 sm:grid-cols-3">
            {(['since', 'until'] as const).map((name) => (
              <Field key={name} id={name} label={t(name, { zone: zone.short })}>
                <Input id={name} name={name} type="datetime-local" defaultValue={values[name]} />
              </Field>
            ))}
            <Field id="target" label={t('thing')}>
              <Input id="target" name="target" defaultValue={values.target} maxLength={200} autoCapitalize="none" spellCheck={false} className="font-mono" />
            </Field>
            <input type="hidden" name="zone" value={zone.id} />
          </div>
        </details>
        <div className="flex items-center gap-2">
          <Button>{t('apply')}</Button>
          <FormPending label={c('loading')} />
        </div>
      </Form>
      <ActiveFilters active={active} clear={action} noun="audit" />
    </div>
  )
}
