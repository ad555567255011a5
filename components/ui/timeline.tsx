import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { toneText, type Tone } from './tone'

export interface TimelineItem {
  key: string
  /** <Time>, or a duration. */
  time: ReactNode
  icon: IconName
  tone?: Tone
  title: ReactNode
  /** Evidence under it. */
  body?: ReactNode
}

/** What happened, in its order: time, mark, words. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item, i) => (
        <li key={item.key} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 sm:grid-cols-[7rem_auto_minmax(0,1fr)]">
          <span className="hidden pt-0.5 text-right text-meta text-ink-3 sm:block">{item.time}</span>
          <span className="flex flex-col items-center">
            <span className={`flex h-5 items-center ${toneText[item.tone ?? 'mute']}`}>
              <Icon name={item.icon} />
            </span>
            {i < items.length - 1 && <span aria-hidden="true" className="w-px flex-1 bg-line forced-colors:bg-[CanvasText]" />}
          </span>
          <div className="min-w-0 pb-3 text-table">
            <span className="block text-meta text-ink-3 sm:hidden">{item.time}</span>
            <div>{item.title}</div>
            {item.body && <div className="mt-1 text-ink-2">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
