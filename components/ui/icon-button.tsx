'use client'

import { useId } from 'react'
import type { ButtonProps } from './button'
import { buttonClass } from './button-class'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { Spinner } from './spinner'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconName
  /** Its name, also the tooltip. */
  label: string
}

/** A square button with an icon only. Its label is its name and its tip. */
export function IconButton({ icon, label, look = 'quiet', size = 'form', pending = false, reason, className, type = 'button', disabled, onClick, ...rest }: IconButtonProps) {
  const id = useId()
  const square = size === 'small' ? 'w-7' : 'w-8'
  return (
    <>
      <Tooltip text={reason ? `${label}: ${reason}` : label}>
        <button
          type={reason ? 'button' : type}
          aria-label={label}
          aria-describedby={reason ? id : undefined}
          aria-disabled={reason || pending ? true : undefined}
          aria-busy={pending || undefined}
          disabled={disabled}
          className={buttonClass(look, classes(square, 'pointer-coarse:w-11 !px-0', className), size)}
          onClick={reason || pending ? (event) => event.preventDefault() : onClick}
          {...rest}
        >
          {pending ? <Spinner /> : <Icon name={icon} />}
        </button>
      </Tooltip>
      {reason && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  )
}
