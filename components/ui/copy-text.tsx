'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

interface Props {
  /** Exactly what is copied. */
  value: string
  /** What is shown before the button; nothing: the value. `null`: the button alone. */
  children?: ReactNode
  /** What it is, for the button's name: "Copy Message-ID". */
  what?: string
  mono?: boolean
}

/** A value and the button that copies exactly it; the tick comes in the button's place. */
export function CopyText({ value, children, what, mono = true }: Props) {
  return (
    <span className="inline-flex max-w-full items-start gap-1">
      {children !== null && <span className={classes('min-w-0 wrap-anywhere', mono && children === undefined && 'font-mono')}>{children ?? value}</span>}
      <CopyButton value={value} what={what} />
    </span>
  )
}

export function CopyButton({ value, what }: { value: string; what?: string | undefined }) {
  const t = useTranslations('ui')
  const [state, setState] = useState<'rest' | 'done' | 'failed'>('rest')
  useEffect(() => {
    if (state === 'rest') return
    const timer = setTimeout(() => setState('rest'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => setState((await copied(value)) ? 'done' : 'failed')
  const name = what ? t('copyThing', { what }) : t('copy')
  return (
    <>
      <button
        type="button"
        aria-label={name}
        title={name}
        onClick={copy}
        className="inline-flex size-6 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-chip text-ink-3 hover:bg-hover hover:text-ink active:bg-selected"
      >
        <span className={classes('inline-flex', state === 'done' && 'text-ok', state === 'failed' && 'text-bad')}>
          <Icon name={state === 'done' ? 'tick' : state === 'failed' ? 'cross' : 'copy'} />
        </span>
      </button>
      <span role="status" className="sr-only">
        {state === 'done' ? t('copied') : state === 'failed' ? t('copyFailed') : ''}
      </span>
    </>
  )
}

/** On plain http (a console in a private network) there is no clipboard interface; the old way still works there. */
async function copied(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    const area = document.createElement('textarea')
    const before = document.activeElement
    area.value = value
    area.className = 'sr-only'
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    if (before instanceof HTMLElement) before.focus()
    return done
  }
}
