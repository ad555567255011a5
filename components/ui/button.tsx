import type { ButtonHTMLAttributes, Ref } from 'react'
import { buttonClass, type ButtonLook, type ButtonSize } from './button-class'
import { ReasonButton } from './reason-button'
import { Spinner } from './spinner'

export { buttonClass,  } from './button-class'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook | undefined
  size?: ButtonSize | undefined
  /** On its way: the width stays, a second press does nothing. */
  pending?: boolean | undefined
  /** Why it cannot be used: shown on hover and focus, read out with the name. */
  reason?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

export function Button({ look, size, pending = false, reason, className, type = 'submit', disabled, children, ...rest }: ButtonProps) {
  const look_ = buttonClass(look, className, size)
  if (reason)
    return (
      <ReasonButton reason={reason} className={look_}>
        {children}
      </ReasonButton>
    )
  return (
    <button type={type} className={look_} disabled={disabled || pending} aria-busy={pending || undefined} {...rest}>
      {pending ? (
        <>
          <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
          <Spinner className="absolute" />
        </>
      ) : (
        children
      )}
    </button>
  )
}
