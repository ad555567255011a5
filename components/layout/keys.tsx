'use client'

import { useEffect, useEffectEvent } from 'react'
import { tinykeys } from 'tinykeys'

/** Keys as tinykeys writes them (`j`, `g m`, `$mod+k`) → what they do. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void>

const switchedOff = () => document.documentElement.dataset['keys'] === 'off'

/** A key belongs to the page only where nobody is typing, composing, or in a dialog or menu that has its own. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return true
  const at = event.target instanceof Element ? event.target : null
  if (at?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog], dialog')) return true
  // A toast is a dialog too, to Base UI; it takes no keys from the page.
  return document.querySelector('dialog[open], [role=dialog]:not(.toast), [role=alertdialog]:not(.toast)') !== null
}

// `g m` is one key to the reader: its second press must not also be what `m` alone does on the page.
const prefix = 'g'
const prefixMs = 1000
let prefixAt = -Infinity

/** Single-key acts of what is mounted. None fires in a field, while an input method composes, in a dialog, or where the reader switched keys off. */
export function useKeys(keys: KeyMap): void {
  const run = useEffectEvent((name: string, event: KeyboardEvent) => {
    if (switchedOff() || isTaken(event)) return
    if (!name.includes(' ') && event.timeStamp - prefixAt < prefixMs) return
    event.preventDefault()
    keys[name]?.(event)
  })
  const names = Object.keys(keys).join('\n')
  useEffect(() => {
    const bound = names.split('\n').filter(Boolean).map((name) => [name, (event: KeyboardEvent) => run(name, event)] as const)
    const press = (event: KeyboardEvent) => {
      prefixAt = event.timeStamp
    }
    return tinykeys(window, { ...Object.fromEntries(bound), [prefix]: press })
  }, [names])
}
