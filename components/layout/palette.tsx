'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { useKeys } from './keys'
import type { Place } from './navigation'

/** A thing that a pasted text names: an address, a domain, a message. */
export interface Found {
  kind: 'log' | 'address' | 'message' | 'domain' | 'tenants'
  text: string
  href: string
}

const icons: Record<Found['kind'], IconName> = { log: 'search', address: 'at', message: 'mail', domain: 'globe', tenants: 'building' }
const waitMs = 150

/** Ctrl or Cmd K: pages by name, and things by what one pastes. */
export function Palette({ places, find }: { places: readonly Place[]; find: (text: string) => Promise<Found[]> }) {
  const t = useTranslations('console')
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ for: string; things: Found[] }>({ for: '', things: [] })
  const [at, setAt] = useState(0)

  const open = () => {
    setText('')
    setAt(0)
    if (!dialog.current?.open) dialog.current?.showModal()
  }
  useKeys({ '$mod+k': open })

  const asked = text.trim()
  useEffect(() => {
    if (!asked) return
    let late = false
    const timer = setTimeout(() => {
      // A palette that finds no thing still finds pages; the next key asks again.
      find(asked).then(
        (things) => late || setFound({ for: asked, things }),
        () => late || setFound({ for: asked, things: [] }),
      )
    }, waitMs)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [asked, find])

  const pages = places
    .map((place) => ({ href: place.href, icon: place.icon, label: t(`nav.${place.noun}`) }))
    .filter(({ label, href }) => `${label} ${href}`.toLowerCase().includes(asked.toLowerCase()))
  const things = asked && found.for === asked ? found.things : []
  const options = [...pages, ...things.map((thing) => ({ href: thing.href, icon: icons[thing.kind], label: t(`palette.${thing.kind}`, { text: thing.text }) }))]
  const chosen = Math.min(at, options.length - 1)

  const go = (href: string) => {
    dialog.current?.close()
    router.push(href)
  }
  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-label={t('palette.open')}
        title={`${t('palette.open')} (Ctrl K)`}
        className="flex size-8 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <Icon name="search" />
      </button>
      <dialog
        ref={dialog}
        aria-label={t('palette.title')}
        className="mx-auto mt-[12vh] mb-auto w-[36rem] max-w-[calc(100vw-2rem)] rounded-dialog border border-line bg-surface p-2 text-ink shadow-lg backdrop:bg-ink/40"
      >
        <input
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={options.length > 0 ? `${list}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (move && options.length > 0) setAt((chosen + move + options.length) % options.length)
            if (event.key === 'Enter' && options[chosen]) go(options[chosen].href)
            if (move || event.key === 'Enter') event.preventDefault()
          }}
          className="min-h-10 w-full rounded-control bg-transparent px-2 text-h2 text-ink placeholder:text-ink-3"
        />
        <div id={list} role="listbox" aria-label={t('palette.results')} className="max-h-[50vh] overflow-y-auto pt-1">
          {options.map(({ href, icon, label }, i) => (
            <div
              key={`${href} ${label}`}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(href)}
              onMouseMove={() => setAt(i)}
              className={classes('flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2 text-form wrap-anywhere pointer-coarse:min-h-11', i === chosen && 'bg-selected')}
            >
              <Icon name={icon} />
              <bdi>{label}</bdi>
            </div>
          ))}
        </div>
        <p role="status" className={options.length === 0 ? 'px-2 py-3 text-table text-ink-2' : 'sr-only'}>
          {options.length === 0 ? t('palette.none') : ''}
        </p>
      </dialog>
    </>
  )
}
