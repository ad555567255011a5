import type { TextareaHTMLAttributes } from 'react'
import { classes } from './classes'
import { controlClass } from './control-class'

/** Several lines of text; it grows with them where the browser can. */
export function Textarea({ className, rows = 4, mono = false, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & { mono?: boolean }) {
  return <textarea rows={rows} className={classes(controlClass, 'py-1 field-sizing-content resize-y', mono && 'font-mono !text-table', className)} {...rest} />
}
