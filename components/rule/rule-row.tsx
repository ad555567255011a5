'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { buttonClass } from '@/components/ui/button-class'
import type { RuleChange } from '@/lib/core/rules/diff'
import type { Note } from '@/lib/core/rules/lint'
import { changeLooks } from './change-looks'
import { useNote } from './note-text'

export interface RuleListRow {
  name: string
  href: string
  enabled: boolean
  change: RuleChange
  /** As text; null where the rule is not live. */
  hits: string | null
  hitsFull: string
  notes: readonly Note[]
}

interface Props {
  row: RuleListRow
  place: number
  of: number
  selected: boolean
  readOnly: string | null
}

/** A rule in the list: its place, what changed, how often it matched, and the buttons that move and switch it. */
export function RuleRow({ row, place, of, selected, readOnly }: Props) {
  const t = useTranslations('rules')
  const say = useNote()
  const { name } = row
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: name, disabled: readOnly !== null })
  const look = changeLooks[row.change]
  const style = transform ? { transform: CSS.Translate.toString(transform), transition } : undefined
  return (
    <li ref={setNodeRef} {...(style && { style })} className={classes('flex flex-col border-b border-line px-2 py-1', selected && 'bg-selected', isDragging && 'relative z-10 bg-surface shadow-lg')}>
      <div className="flex min-w-0 items-center gap-1">
        {readOnly === null && (
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={t('drag', { name })}
            aria-roledescription={undefined}
            className={buttonClass('quiet', 'w-7 touch-none !px-0 cursor-grab', 'small')}
          >
            <Icon name="drag" />
          </button>
        )}
        <span className="w-6 shrink-0 text-right text-table text-ink-3">{place + 1}</span>
        <Link href={row.href} prefetch={false} data-rule={name} aria-current={selected ? 'true' : undefined} className="flex min-h-8 min-w-0 flex-1 items-center px-1 text-table font-medium text-ink no-underline hover:underline pointer-coarse:min-h-11">
          <bdi className="min-w-0 truncate">{name}</bdi>
        </Link>
        {readOnly === null && (
          <>
            <IconButton type="submit" size="small" name="do" value={`up:${name}`} icon="up" label={t('upName', { name })} {...(place === 0 && { reason: t('first') })} />
            <IconButton type="submit" size="small" name="do" value={`down:${name}`} icon="down" label={t('downName', { name })} {...(place === of - 1 && { reason: t('last') })} />
          </>
        )}
        {readOnly === null ? (
          <button type="submit" name="do" value={`switch:${name}`} className={buttonClass('quiet', classes('w-12', row.enabled && '!bg-selected !text-accent'), 'small')}>
            {row.enabled ? t('on') : t('off')}
            <span className="sr-only">. {row.enabled ? t('switchOff', { name }) : t('switchOn', { name })}</span>
          </button>
        ) : (
          <span className="text-table text-ink-2">{row.enabled ? t('on') : t('off')}</span>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-2 pl-10 text-meta text-ink-3">
        {row.change !== 'same' && (
          <Chip tone={look.tone} icon={look.icon} bare>
            {t(`mark.${row.change}`)}
          </Chip>
        )}
        <span title={row.hitsFull}>{row.hits ?? t('hitsNone')}</span>
      </div>
      {row.notes.map((note, i) => (
        <p key={i} className="flex gap-1 pl-10 text-meta text-warn">
          <Icon name="exclamation" size={12} />
          <span className="min-w-0 wrap-anywhere">{say(note)}</span>
        </p>
      ))}
    </li>
  )
}
