'use client'

import { Popover as Base } from '@base-ui/react/popover'
import { useTranslations } from 'next-intl'
import { classes } from './classes'
import { CopyButton } from './copy-text'
import { layerClass } from './layer-class'

interface Props {
  at: Date
  /** Both times, local and UTC, a line each. */
  full: string
  /** What is shown. */
  children: string
}

/** An instant. Hover, focus and Enter, or a tap show both times and the exact one, to copy. */
export function Time({ at, full, children }: Props) {
  const t = useTranslations('ui')
  const exact = at.toISOString()
  return (
    <Base.Root>
      <Base.Trigger openOnHover delay={300} closeDelay={150} className="rounded-chip text-left hover:underline hover:decoration-dotted" title={undefined}>
        <time dateTime={exact}>{children}</time>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={classes(layerClass, 'flex max-w-[calc(100vw-1rem)] flex-col gap-1 p-2 text-table')} initialFocus={false}>
            <Base.Title className="sr-only">{t('bothTimes')}</Base.Title>
            {[...full.split('\n'), exact].map((line) => (
              <span key={line} className="flex items-center justify-between gap-2">
                <span>{line}</span>
                <CopyButton value={line} what={line} />
              </span>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
