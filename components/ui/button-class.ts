import { classes } from './classes'

const looks = {
  primary: 'bg-accent text-on-accent border-accent hover:border-ink active:border-ink active:opacity-90',
  plain: 'bg-surface text-ink border-control hover:bg-hover active:bg-selected',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-hover hover:text-ink active:bg-selected',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft active:bg-bad active:text-surface',
} as const
export type ButtonLook = keyof typeof looks

const sizes = { form: 'min-h-8 px-3 text-form', small: 'min-h-7 px-2 text-table' } as const
export type ButtonSize = keyof typeof sizes

/** The look of a button, for buttons and for links that stand among them. 32 px high (small: 28), 44 px where a finger is the pointer. */
export const buttonClass = (look: ButtonLook = 'plain', more?: string, size: ButtonSize = 'form'): string =>
  classes(
    'relative inline-flex pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-control border font-medium',
    'whitespace-nowrap no-underline disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    'aria-pressed:bg-selected aria-pressed:text-accent',
    sizes[size],
    looks[look],
    more,
  )
