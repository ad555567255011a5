import type { ButtonHTMLAttributes } from 'react'
import { classes } from './classes'

const looks = {
  primary: 'bg-accent text-on-accent border-accent hover:border-ink',
  plain: 'bg-surface text-ink border-control hover:bg-hover',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-hover hover:text-ink',
} as const
export type ButtonLook = keyof typeof looks

/** The look of a button, for buttons and for links that stand among them. 32 px high, 44 px where a finger is the pointer. */
export const buttonClass = (look: ButtonLook = 'plain', more?: string): string =>
  classes(
    'inline-flex min-h-8 pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-control border px-3 text-form font-medium',
    'whitespace-nowrap no-underline disabled:cursor-not-allowed disabled:opacity-60',
    looks[look],
    more,
  )

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook
}

export function Button({ look, className, type = 'submit', ...rest }: Props) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}
