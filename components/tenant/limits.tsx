import { useFormatter, useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { LimitList } from '@/components/usage/limits'
import { Waiting } from '@/components/usage/waiting'
import { limitNames, megabyte, type LimitName, type Limits, type LimitState, type MailLimit } from '@/lib/core/limit/limits'
import { LimitForm } from './limit-form'
import type { LimitAct } from './limit-state'

interface Props {
  usage: {
    limits: readonly { name: LimitName; used: number | null; limit: number | null; state: LimitState }[]
    held: { messages: number; bytes: number; waitsFor: MailLimit | null }
    dayEndsAt: string
    newUntil: string | null
    own: Partial<Limits>
    given: Limits
  }
  time: (at: Date) => string
  action: LimitAct
}

/** What a tenant may have and use, how far it is, how much of its mail waits, and the form that changes it. */
export function TenantLimits({ usage, time, action }: Props) {
  const t = useTranslations('tenants.limits')
  const u = useTranslations('usage')
  const format = useFormatter()
  const { limits, held, dayEndsAt, newUntil, own, given } = usage
  const shown = (name: LimitName, n: number) => (name === 'storageBytes' ? n / megabyte : n)
  const text = (name: LimitName) => (given[name] === null ? u('unlimited') : `${format.number(shown(name, given[name]))}${name === 'storageBytes' ? ` ${t('megabytes')}` : ''}`)
  const fields = limitNames.map((name) => {
    const set = own[name]
    return { name, choice: set === undefined ? ('usual' as const) : set === null ? ('none' as const) : ('own' as const), value: typeof set === 'number' ? String(shown(name, set)) : '' }
  })
  return (
    <Panel id="limits" title={t('title')}>
      <div className="flex flex-col gap-4">
        <Waiting held={held} dayEnds={time(new Date(dayEndsAt))} />
        {newUntil && <p className="text-table text-ink-2">{t('newcomer', { at: time(new Date(newUntil)) })}</p>}
        <LimitList rows={limits} />
        <LimitForm fields={fields} given={Object.fromEntries(limitNames.map((name) => [name, text(name)]))} isNewcomer={newUntil !== null} action={action} />
      </div>
    </Panel>
  )
}
