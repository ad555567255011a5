import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ActiveFilters } from '@/components/layout/active-filters'
import { Button, buttonClass } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Input, Select } from '@/components/ui/input'
import { FormPending, LinkPending } from '@/components/ui/pending'

type Verdict = 'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc'
type Name = 'q' | 'from' | 'recipient' | 'disposition' | Verdict | 'direction' | 'period' | 'since' | 'until'

const verdicts = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const

interface Props {
  /** The log's address without filters. */
  action: string
  values: Partial<Record<Name, string>>
  /** Zone of the two times, and its short name. */
  zone: { id: string; short: string }
  dispositions: readonly { value: string; label: string }[]
  verdicts: Record<Verdict, readonly { value: string; label: string }[]>
  directions: readonly { value: string; label: string }[]
  periods: readonly { href: string; label: string; current: boolean }[]
  active: readonly { name: string; value: string; without: string }[]
}

/** A GET form: the address is the state, and it works without script. What is filtered by stands below it, each to be taken away. */
export function Filters({ action, values, zone, dispositions, verdicts: words, directions, periods, active }: Props) {
  const t = useTranslations('messages')
  const l = useTranslations('log')
  const c = useTranslations('console')
  const any = { value: '', label: t('any') }
  // A new set of values makes the form anew: fields show what the address says.
  const key = JSON.stringify(values)
  return (
    <div className="flex flex-col gap-2">
      <nav aria-label={l('periods.label')} className="flex flex-wrap gap-1">
        {periods.map(({ href, label, current }) => (
          <Link key={label} href={href} prefetch={false} aria-current={current ? 'true' : undefined} className={buttonClass(current ? 'plain' : 'quiet', current ? '!bg-selected !text-accent' : undefined, 'small')}>
            {label}
            <LinkPending label={c('loading')} />
          </Link>
        ))}
      </nav>
      <Form key={key} action={action} prefetch={false} role="search" aria-label={t('filters')} className="flex flex-col gap-2">
        <div className="flex gap-2">
          <label htmlFor="q" className="sr-only">
            {t('search')}
          </label>
          <Input id="q" name="q" type="search" defaultValue={values.q} placeholder={t('searchHint')} maxLength={200} className="max-w-xl" />
          <Button>{t('search')}</Button>
          <FormPending label={c('loading')} />
          {values.period && <input type="hidden" name="period" value={values.period} />}
        </div>
        <details className="group">
          <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-control text-table font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
            <span className="group-open:rotate-180">
              <Icon name="chevron" />
            </span>
            {t('moreFilters')}
          </summary>
          <div className="grid grid-cols-2 gap-3 pt-2 md:grid-cols-4">
            <Field id="from" label={t('from')}>
              <Input id="from" name="from" defaultValue={values.from} maxLength={320} autoCapitalize="none" spellCheck={false} />
            </Field>
            <Field id="recipient" label={t('to')}>
              <Input id="recipient" name="recipient" defaultValue={values.recipient} maxLength={320} autoCapitalize="none" spellCheck={false} />
            </Field>
            <Field id="disposition" label={t('outcome')}>
              <Select id="disposition" name="disposition" defaultValue={values.disposition ?? ''} options={[any, ...dispositions]} />
            </Field>
            <Field id="direction" label={t('direction')}>
              <Select id="direction" name="direction" defaultValue={values.direction ?? ''} options={[any, ...directions]} />
            </Field>
            {verdicts.map((name) => (
              <Field key={name} id={name} label={t(`verdict.${name}`)}>
                <Select id={name} name={name} defaultValue={values[name] ?? ''} options={[any, ...words[name]]} />
              </Field>
            ))}
            {(['since', 'until'] as const).map((name) => (
              <div key={name} className="col-span-2">
                <Field id={name} label={t(name, { zone: zone.short })}>
                  <Input id={name} name={name} type="datetime-local" defaultValue={values[name]} />
                </Field>
              </div>
            ))}
            <input type="hidden" name="zone" value={zone.id} />
          </div>
          <Button className="mt-3">{t('apply')}</Button>
        </details>
      </Form>
      <ActiveFilters active={active} clear={action} noun="messages" />
    </div>
  )
}
