'use client'

import dynamic from 'next/dynamic'
import { createContext, use, useMemo, useState, type ReactNode } from 'react'

// Most visits end without one: what draws a toast comes with the first.
const Layer = dynamic(() => import('./toast-layer').then((m) => m.ToastLayer), { ssr: false })

export interface ToastWords {
  /** What was done: "31 messages released". */
  text: string
  /** Takes it back. Its failure is the page's to show: a toast never tells of an error. */
  undo?: (() => void) | undefined
  undoLabel?: string | undefined
}

interface Toasts {
  /** Replaces what is shown. */
  toast: (words: ToastWords) => void
  /** Takes it away. */
  close: () => void
}

const Context = createContext<Toasts | null>(null)

/** One toast at a time, for the reader's own act. It waits while pointed at or focused (F6 goes there). Mounted once, by the layout. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [told, tell] = useState<{ words: ToastWords | null }>()
  const toasts = useMemo(() => ({ toast: (words: ToastWords) => tell({ words }), close: () => tell((before) => before && { words: null }) }), [])
  return (
    <Context value={toasts}>
      {children}
      {told && <Layer told={told} />}
    </Context>
  )
}

export function useToast(): Toasts {
  const toasts = use(Context)
  if (!toasts) throw new Error('useToast needs a ToastProvider above it')
  return toasts
}
