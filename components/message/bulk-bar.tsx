'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useEffectEvent, useState } from 'react'
import { useKeys } from '@/components/layout/keys'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { useToast } from '@/components/ui/toast'
import { bulkForm, noBulk, type BulkState } from './bulk-state'

interface Props {
  action: (before: BulkState, form: FormData) => Promise<BulkState>
  takeBack: (ids: string[]) => Promise<{ kept: number; late: number }>
  /** Subjects of the rows shown, by id: failures are told by name. */
  names: Readonly<Record<string, string>>
}

const ticked = () => [...document.querySelectorAll<HTMLInputElement>(`input[name=ids][form=${bulkForm}]:checked`)]
/** Milliseconds until a release is done, with a margin for the worker. */
const settled = 11_500

/** Release and replay of the rows ticked. The set is what is ticked when the button is pressed. Without script the buttons stand there always. */
export function BulkBar({ action, takeBack, names }: Props) {
  const t = useTranslations('log')
  const router = useRouter()
  const { toast } = useToast()
  const [state, send, pending] = useActionState(action, noBulk)
  // Null until script runs.
  const [count, setCount] = useState<number | null>(null)
  const [undone, setUndone] = useState<{ turn: number; text: string }>()
  useEffect(() => {
    const look = () => setCount(ticked().length)
    look()
    // React resets the form after its action, which ticks nothing and says no change.
    const later = () => queueMicrotask(look)
    document.addEventListener('change', look)
    document.addEventListener('reset', later)
    return () => {
      document.removeEventListener('change', look)
      document.removeEventListener('reset', later)
    }
  }, [])

  const undo = async (ids: string[], turn: number) => {
    const { kept, late } = await takeBack(ids)
    setUndone({ turn, text: late > 0 ? t('late', { count: late }) : t('undone', { count: kept }) })
    router.refresh()
  }
  const told = useEffectEvent((of: BulkState) => {
    if (of.done.length === 0) return
    const released = of.act === 'release'
    toast({ text: t(released ? 'released' : 'replayed', { count: of.done.length }), ...(released && { undo: () => void undo(of.done, of.turn) }) })
  })
  useEffect(() => {
    if (state.turn === 0) return
    told(state)
    const timer = setTimeout(() => router.refresh(), settled)
    return () => clearTimeout(timer)
  }, [state, router])

  useKeys({
    r: () => {
      if (ticked().length === 0) document.activeElement?.closest('[data-row]')?.querySelector<HTMLInputElement>('input[name=ids]')?.click()
      document.querySelector<HTMLButtonElement>(`button[form=${bulkForm}][value=release]`)?.click()
    },
    z: () => state.act === 'release' && state.done.length > 0 && undone?.turn !== state.turn && void undo(state.done, state.turn),
  })
  const [asked, setAsked] = useState('')
  const act = (name: 'release' | 'replay') => ({ form: bulkForm, name: 'act', value: name, onClick: () => setAsked(name), pending: pending && asked === name, disabled: pending })
  const n = count ?? 0
  return (
    <>
      <form id={bulkForm} action={send} />
      <div hidden={count === 0} className="sticky bottom-14 z-10 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2 md:bottom-0" data-bulk>
        {n > 0 && <p className="text-table text-ink-2">{t('selected', { count: n })}</p>}
        <Button {...act('release')} look="primary">
          {t('release', { count: n })}
        </Button>
        <Button {...act('replay')}>
          {t('replay', { count: n })}
        </Button>
      </div>
      <div role="status" className="px-4 text-table">
        {undone?.turn === state.turn ? undone.text : state.done.length > 0 && <span className="sr-only">{t(state.act === 'release' ? 'released' : 'replayed', { count: state.done.length })}</span>}
      </div>
      {(state.problem ?? state.failed.length > 0) && (
        <div className="px-4 py-2">
          <ErrorPanel alert title={state.problem ? t(state.problem) : t('failed', { count: state.failed.length })}>
            <ul>
              {state.failed.map(({ id, why }) => (
                <li key={id}>
                  <bdi>{names[id] ?? id}</bdi>: {t(`failure.${why}`)}
                </li>
              ))}
            </ul>
          </ErrorPanel>
        </div>
      )}
    </>
  )
}
