import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { Note } from '@/lib/core/rules/lint'
import { useNote } from './note-text'

/** What the rules say that their author may not have meant; `named` where they are of several rules. */
export function Notes({ notes, named = false }: { notes: readonly Note[]; named?: boolean }) {
  const t = useTranslations('rules')
  const say = useNote()
  if (notes.length === 0) return null
  return (
    <div className="rounded-control bg-warn-soft p-2">
      <h3 className="sr-only">{t('lintTitle')}</h3>
      <ul className="flex flex-col gap-1 text-table">
        {notes.map((note, i) => (
          <li key={i} className="flex gap-1">
            <span className="flex h-5 items-center text-warn">
              <Icon name="exclamation" />
            </span>
            <span className="min-w-0 wrap-anywhere">
              {named && <bdi className="mr-1 font-medium">{note.rule}:</bdi>}
              {say(note)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
