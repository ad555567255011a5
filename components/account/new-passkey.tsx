'use client'

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { usePasskeys } from './passkey-button'
import { RecoveryCodes } from './recovery-codes'

export type KeptPasskey = { ok: true; codes?: string[] } | { ok: false; problem: string }

interface Props {
  ask: () => Promise<PublicKeyCredentialCreationOptionsJSON | undefined>
  keep: (name: string, answer: RegistrationResponseJSON) => Promise<KeptPasskey>
}

/** Names a passkey and has the browser make it. */
export function NewPasskey({ ask, keep }: Props) {
  const t = useTranslations('own')
  const able = usePasskeys()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const [kept, setKept] = useState<{ codes?: string[] }>()
  const [pending, start] = useTransition()
  if (!able) return <p className="text-form text-ink-2">{t('passkeyNeeds')}</p>
  const make = () =>
    start(async () => {
      setProblem(undefined)
      setKept(undefined)
      if (!name.trim()) return setProblem(t('passkeyNameMissing'))
      const options = await ask()
      if (!options) return setProblem(t('passkeyMost'))
      const { startRegistration } = await import('@simplewebauthn/browser')
      const answer = await startRegistration({ optionsJSON: options }).catch((error: unknown) => (error instanceof Error && error.name === 'InvalidStateError' ? ('known' as const) : undefined))
      if (answer === 'known') return setProblem(t('passkeyKnown'))
      if (!answer) return setProblem(t('passkeyNotMade'))
      const result = await keep(name.trim(), answer)
      if (!result.ok) return setProblem(result.problem)
      setName('')
      setKept(result.codes ? { codes: result.codes } : {})
    })
  return (
    <div className="flex flex-col gap-3">
      {kept && (
        <Banner tone="ok" live>
          {t('passkeyKept')}
        </Banner>
      )}
      {kept?.codes && <RecoveryCodes codes={kept.codes} />}
      {problem && <ErrorPanel alert title={problem} />}
      <Field id="passkey-name" label={t('passkeyName')}>
        <p className="text-table text-ink-2">{t('passkeyNameHint')}</p>
        <Input id="passkey-name" value={name} onChange={(event) => setName(event.target.value)} maxLength={60} autoComplete="off" />
      </Field>
      <Button type="button" look="plain" pending={pending} onClick={make} className="self-start">
        {t('passkeyAdd')}
      </Button>
    </div>
  )
}
