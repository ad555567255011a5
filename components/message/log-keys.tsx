'use client'

import { useKeys } from '@/components/layout/keys'

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const current = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null

function step(by: 1 | -1): void {
  const all = rows()
  const at = current()
  const next = at ? all[all.indexOf(at) + by] : all[0]
  next?.querySelector<HTMLElement>('a[data-open]')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function turn(to: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-pager=${to}]`)
  link?.click()
  return link !== null
}

/** The log by keyboard: j and k walk it (Enter opens, as on any link), x ticks, e shows the whole reason, h and l turn the page, / searches. */
export function LogKeys() {
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('input[name=q]')?.focus(),
    j: () => step(1),
    k: () => step(-1),
    x: () => current()?.querySelector<HTMLInputElement>('input[name=ids]')?.click(),
    e: () => current()?.querySelector<HTMLElement>('[data-reason]')?.toggleAttribute('data-open'),
    h: () => turn('newer') || turn('newest'),
    l: () => turn('older'),
  })
  return null
}
