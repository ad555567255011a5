'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { IconButton } from './icon-button'
import { Kbd } from './kbd'
import { layerClass } from './layer-class'

const row =
  'flex min-h-8 pointer-coarse:min-h-11 w-full cursor-pointer items-center gap-2 rounded-chip px-2 text-left text-form no-underline outline-none select-none ' +
  'data-highlighted:bg-selected data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-accent data-disabled:cursor-not-allowed data-disabled:opacity-60'

/** What a button opens: MenuItem, MenuLink, MenuSeparator, MenuGroup inside. Arrows move, letters jump, Esc closes and gives the focus back. */
export function Menu({ trigger, align = 'start', side = 'bottom', children }: { trigger: ReactElement; align?: 'start' | 'end'; side?: 'bottom' | 'top' | 'right'; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup className={classes(layerClass, 'max-h-(--available-height) min-w-44 max-w-80 overflow-y-auto p-1 outline-none')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** The three dots at the end of a row; `label` names the row. */
export function RowMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu align="end" trigger={<IconButton icon="more" label={label} size="small" />}>
      {children}
    </Menu>
  )
}

interface ItemProps {
  icon?: IconName
  /** The key that does the same. */
  keys?: string
  danger?: boolean
  /** Why it cannot be used now: shown under it. */
  reason?: string | undefined
  onSelect?: () => void
  /** Stays open after the press. */
  stays?: boolean
  children: ReactNode
}

export function MenuItem({ icon, keys, danger = false, reason, onSelect, stays = false, children }: ItemProps) {
  return (
    <Base.Item className={classes(row, danger && 'text-bad')} disabled={reason !== undefined} closeOnClick={!stays} onClick={() => onSelect?.()}>
      <Face icon={icon} keys={keys}>
        {children}
        {reason && <span className="block text-meta">{reason}</span>}
      </Face>
    </Base.Item>
  )
}

export function MenuLink({ href, icon, keys, current = false, children }: { href: string; icon?: IconName; keys?: string; current?: boolean; children: ReactNode }) {
  return (
    <Base.LinkItem className={row} closeOnClick render={<Link href={href} prefetch={false} aria-current={current ? 'page' : undefined} />}>
      <Face icon={icon} keys={keys} ticked={current}>
        {children}
      </Face>
    </Base.LinkItem>
  )
}

export interface MenuChoice {
  value: string
  label: ReactNode
}

/** One of several values, ticked. */
export function MenuChoices({ label, value, choices, onChoose }: { label: string; value: string; choices: readonly MenuChoice[]; onChoose: (value: string) => void }) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: string) => onChoose(next)} aria-label={label}>
      <div className="px-2 pt-2 pb-1 text-meta text-ink-3">{label}</div>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} className={row} closeOnClick>
          <Face ticked={choice.value === value}>{choice.label}</Face>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

export function MenuCheck({ checked, onChange, children }: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={(next) => onChange(next)} className={row}>
      <span className="flex size-4 shrink-0 items-center justify-center rounded-chip border border-control">{checked && <Icon name="tick" size={12} />}</span>
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
    </Base.CheckboxItem>
  )
}

export const MenuSeparator = () => <Base.Separator className="my-1 h-px bg-line" />

function Face({ icon, keys, ticked = false, children }: { icon?: IconName | undefined; keys?: string | undefined; ticked?: boolean; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      {ticked && <Icon name="tick" />}
      {keys && <Kbd keys={keys} />}
    </>
  )
}
