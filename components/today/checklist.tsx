import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'

export interface Step {
  name: 'domain' | 'records' | 'rule' | 'mail' | 'members'
  done: boolean
  href: string
}

/** The way from nothing to running mail; each step says how it is now. */
export function Checklist({ steps, hidden, setPreference }: { steps: readonly Step[]; hidden: boolean; setPreference: (form: FormData) => Promise<void> }) {
  const t = useTranslations('today')
  const turn = (
    <form action={setPreference}>
      <Button look="quiet" name="checklist" value={hidden ? 'shown' : 'hidden'}>
        {t(hidden ? 'show' : 'hide')}
      </Button>
    </form>
  )
  if (hidden) return turn
  return (
    <Panel id="checklist" title={t('checklist', { done: steps.filter((s) => s.done).length, all: steps.length })}>
      <ol className="flex flex-col gap-3">
        {steps.map(({ name, done, href }) => (
          <li key={name} className="flex items-start gap-2">
            <span className={`flex h-6 items-center ${done ? 'text-ok' : 'text-ink-3'}`}>
              <Icon name={done ? 'tick' : 'dash'} />
            </span>
            <div className="min-w-0">
              <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
                {t(`step.${name}`)}
              </Link>
              <p className="text-table text-ink-2">{done ? t('done') : t(`todo.${name}`)}</p>
            </div>
          </li>
        ))}
      </ol>
      {turn}
    </Panel>
  )
}
