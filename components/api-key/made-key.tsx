'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-text'
import { Secret } from '@/components/ui/secret'
import type { Made } from './new-state'

/** The key, this once, and a command that shows that it works. */
export function MadeKey({ made, back }: { made: Made; back: string }) {
  const t = useTranslations('keys')
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section aria-labelledby="made" className="flex max-w-2xl flex-col gap-4 px-4 pb-8">
      <h2 id="made" ref={head} tabIndex={-1} className="text-h2 font-semibold outline-none">
        {t('made')}
      </h2>
      <Secret label={t('madeKey', { name: made.name })} value={made.key} />
      <div className="flex flex-col gap-1">
        <p className="flex items-center gap-1 text-ink-2">
          {t('tryIt')}
          <CopyButton value={made.curl} what={t('command')} />
        </p>
        <Code label={t('command')}>{made.curl}</Code>
      </div>
      <p>
        <Link href={back} prefetch={false} className={buttonClass('primary')}>
          {t('done')}
        </Link>
      </p>
    </section>
  )
}
