'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-text'
import { Secret } from '@/components/ui/secret'
import type { WebhookFormState } from './state'

/** The signing secret, this once, and how a receiver checks a call with it. */
export function MadeWebhook({ made, to }: { made: NonNullable<WebhookFormState['made']>; to: string }) {
  const t = useTranslations('webhooks')
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section aria-labelledby="made" className="flex max-w-2xl flex-col gap-4">
      <h2 id="made" ref={head} tabIndex={-1} className="text-h2 font-semibold outline-none">
        {t('made')}
      </h2>
      <Secret label={t('madeSecret')} value={made.secret} />
      <div className="flex flex-col gap-1">
        <p className="flex items-center gap-1 text-ink-2">
          {t('verify')}
          <CopyButton value={made.verify} what={t('verifyCode')} />
        </p>
        <Code label={t('verifyCode')}>{made.verify}</Code>
      </div>
      <p>
        <Link href={to} prefetch={false} className={buttonClass('primary')}>
          {t('next')}
        </Link>
      </p>
    </section>
  )
}
