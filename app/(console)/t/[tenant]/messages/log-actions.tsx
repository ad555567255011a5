import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LiveLog } from '@/components/message/live-log'
import { SaveView } from '@/components/message/save-view'
import { buttonClass } from '@/components/ui/button-class'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon, type IconName } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { SubmitButton } from '@/components/ui/submit-button'
import type { TenantContext } from '@/lib/core/access/actor'
import { mostExported } from '@/lib/services/message/export'
import { listViews } from '@/lib/services/message/saved-view'
import { chosenColumns, moreColumns } from '@/lib/web/columns'
import type { ReactNode } from 'react'
import { chooseColumns, dropView, keepView } from './actions'
import { logHref, type LogQuery } from './search-params'

interface Props {
  slug: string
  ctx: TenantContext
  read: LogQuery
  /** Of the newest page; undefined on an older one, where news is not counted. */
  newestId: string | undefined
}

/** What stands beside the log's title: live, views, export, columns. Each works without script but the first. */
export async function LogActions({ slug, ctx, read, newestId }: Props) {
  const [t, views, columns] = await Promise.all([getTranslations('log'), listViews({ ctx }), chosenColumns()])
  const { values, zone } = read
  const here = logHref(slug, values, { zone })
  const query = here.split('?')[1] ?? ''
  return (
    <>
      {newestId && <LiveLog url={`/t/${encodeURIComponent(slug)}/live`} news={logHref(slug, values, { zone, newer: newestId, path: '/news' })} newest={here} />}
      <Fold icon="list2" label={t('views')}>
        {views.length === 0 && <p className="text-table text-ink-2">{t('noViews')}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.id} className="flex items-center justify-between gap-2">
              <Link href={`/t/${encodeURIComponent(slug)}/messages?${view.query}`} prefetch={false} aria-current={view.query === query ? 'true' : undefined} className="inline-flex min-h-8 min-w-0 items-center text-accent pointer-coarse:min-h-11">
                <bdi className="truncate">{view.name}</bdi>
              </Link>
              <form action={dropView.bind(null, slug, view.id)}>
                <IconButton icon="bin" label={t('deleteView', { name: view.name })} size="small" type="submit" />
              </form>
            </li>
          ))}
        </ul>
        <SaveView action={keepView.bind(null, slug)} query={query} />
      </Fold>
      <Fold icon="columns" label={t('columns')}>
        <form action={chooseColumns} className="flex flex-col gap-2">
          {moreColumns.map((column) => (
            <Checkbox key={column} name="column" value={column} label={t(`column.${column}`)} defaultChecked={columns.includes(column)} />
          ))}
          <SubmitButton>{t('keepColumns')}</SubmitButton>
        </form>
      </Fold>
      <a href={logHref(slug, values, { zone, path: '/export' })} download title={t('exportHint', { most: mostExported })} aria-describedby="export-hint" className={buttonClass('plain', undefined, 'small')}>
        <Icon name="download" />
        {t('export')}
      </a>
      <span id="export-hint" className="sr-only">
        {t('exportHint', { most: mostExported })}
      </span>
    </>
  )
}

/** A panel that opens below its button, in the browser's own way. */
function Fold({ icon, label, children }: { icon: IconName; label: string; children: ReactNode }) {
  return (
    <details className="relative">
      <summary className={buttonClass('plain', 'list-none cursor-pointer', 'small')}>
        <Icon name={icon} />
        {label}
      </summary>
      <div className="absolute z-20 mt-1 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-2 rounded-panel border border-line bg-surface p-3 shadow-lg sm:right-0">{children}</div>
    </details>
  )
}
