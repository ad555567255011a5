'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useKeys } from './keys'
import type { Place } from './navigation'

const everywhere = [
  ['?', 'help'],
  ['Ctrl K', 'palette'],
] as const
const inLog = [
  ['/', 'filter'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['e', 'reason'],
  ['x', 'select'],
  ['h', 'newer'],
  ['l', 'older'],
  ['r', 'release'],
  ['z', 'undo'],
] as const
const onMessage = [
  ['h', 'newer'],
  ['l', 'older'],
  ['r', 'release'],
  ['Esc', 'toLog'],
] as const
const inRules = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['Alt ↑', 'moveUp'],
  ['Alt ↓', 'moveDown'],
] as const

/** `g` and a page's letter goes there; `?` shows all keys. */
export function ConsoleKeys({ places }: { places: readonly Place[] }) {
  const t = useTranslations('console')
  const router = useRouter()
  const help = useRef<HTMLDialogElement>(null)
  useKeys({
    ...Object.fromEntries(places.map(({ key, href }) => [`g ${key}`, () => router.push(href)])),
    'Shift+?': () => help.current?.showModal(),
  })
  const go = places.map(({ noun, key }) => [`g ${key}`, t('keys.go', { page: t(`nav.${noun}`) })] as const)
  const groups = [
    { name: t('keys.everywhere'), rows: [...everywhere.map(([key, does]) => [key, t(`keys.${does}`)] as const), ...go] },
    { name: t('keys.inLog'), rows: inLog.map(([key, does]) => [key, t(`keys.${does}`)] as const) },
    { name: t('keys.onMessage'), rows: onMessage.map(([key, does]) => [key, t(`keys.${does}`)] as const) },
    { name: t('keys.inRules'), rows: inRules.map(([key, does]) => [key, t(`keys.${does}`)] as const) },
  ]
  return (
    <dialog ref={help} aria-labelledby="keys-title" className="m-auto w-[40rem] max-w-[calc(100vw-2rem)] rounded-dialog border border-line bg-surface p-4 text-ink shadow-lg backdrop:bg-ink/40">
      <h2 id="keys-title" className="pb-2 text-h2 font-semibold">
        {t('keys.title')}
      </h2>
      <div className="grid gap-x-8 sm:grid-cols-2">
        {groups.map(({ name, rows }) => (
          <table key={name} className="h-fit w-full text-table">
            <caption className="pt-2 pb-1 text-left text-meta font-medium text-ink-3">{name}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('keys.key')}</th>
                <th scope="col">{t('keys.does')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([key, does]) => (
                <tr key={key}>
                  <td className="w-20 py-1">
                    <Kbd keys={key} />
                  </td>
                  <td className="py-1">{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="py-3 text-table text-ink-2">{t('keys.note')}</p>
      <form method="dialog" className="flex justify-end">
        <Button>{t('keys.close')}</Button>
      </form>
    </dialog>
  )
}
