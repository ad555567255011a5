'use client'

import { useTranslations } from 'next-intl'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'

/** The button that sends its form, and shows that it is on its way. Works without script. With several of them, give name and value. */
export function SubmitButton({ look = 'primary', ...rest }: ButtonProps) {
  const t = useTranslations('ui')
  const { pending, data } = useFormStatus()
  const mine = pending && (rest.name === undefined || data?.get(rest.name) === (rest.value ?? ''))
  return (
    <>
      <Button type="submit" look={look} {...rest} pending={mine} disabled={rest.disabled || pending} />
      <span role="status" className="sr-only">
        {mine ? t('pending') : ''}
      </span>
    </>
  )
}
