'use client'

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { ButtonLook } from '@/components/ui/button-class'
import { ErrorPanel } from '@/components/ui/error-panel'

interface Props {
  /** What to sign, or nothing where there were too many tries. */
  ask: () => Promise<PublicKeyCredentialRequestOptionsJSON | undefined>
  /** Leads on, or says in words why not. */
  send: (answer: AuthenticationResponseJSON, next: string) => Promise<string | undefined>
  next: string
  label: string
  look?: ButtonLook
}

const never = () => () => {}
/** Whether this browser has passkeys; not before the script runs, for without it the button could do nothing. */
export const usePasskeys = (): boolean => useSyncExternalStore(never, () => typeof window.PublicKeyCredential === 'function', () => false)

/** Asks the browser for a passkey and sends its answer. */
export function PasskeyButton({ ask, send, next, label, look = 'plain' }: Props) {
  const t = useTranslations('account')
  const able = usePasskeys()
  const [problem, setProblem] = useState<string>()
  const [pending, start] = useTransition()
  if (!able) return null
  const use = () =>
    start(async () => {
      setProblem(undefined)
      const options = await ask()
      if (!options) return setProblem(t('passkeyFailed'))
      const { startAuthentication } = await import('@simplewebauthn/browser')
      const answer = await startAuthentication({ optionsJSON: options }).catch(() => undefined)
      if (!answer) return setProblem(t('passkeyCancelled'))
      setProblem(await send(answer, next))
    })
  return (
    <div className="flex flex-col gap-2">
      {problem && <ErrorPanel alert title={problem} />}
      <Button type="button" look={look} pending={pending} onClick={use}>
        {label}
      </Button>
    </div>
  )
}
