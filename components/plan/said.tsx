import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MailText } from '@/components/message/mail-text'
import { planNoteKeys, planReasonKeys, type PlanNote, type PlanReason } from '@/lib/core/receipt/said'

/** Why a plan was made, in the reader's language; the English sentence where an older plan has that alone. */
export function WhyMade({ reason, code }: { reason: string; code: PlanReason | null }) {
  const t = useTranslations('operator.reason')
  if (!code || !knows(planReasonKeys, code.key)) return <English text={reason} />
  const plan = (chunks: ReactNode) => (
    <Link href={`/operator/sync/${encodeURIComponent(String(code.params['plan']))}`} prefetch={false} className="text-accent underline">
      {chunks}
    </Link>
  )
  return t.rich(code.key, { ...plain(code.params), to: plan })
}

/** Why a plan waits, failed or went stale. */
export function PlanNotes({ note, notes }: { note: string | null; notes: readonly PlanNote[] | null }) {
  const t = useTranslations('operator.note')
  if (!note && !notes?.length) return null
  if (!notes?.length || notes.some((n) => !knows(planNoteKeys, n.key))) return <English text={note ?? ''} />
  return notes.map((n, i) => (
    <span key={i} className="block wrap-anywhere">
      {t.rich(n.key, { ...plain(n.params), said: () => <English text={String(n.params['error'])} /> })}
    </span>
  ))
}

const English = ({ text }: { text: string }) => (
  <span lang="en" className="wrap-anywhere">
    <MailText text={text} />
  </span>
)

const knows = <K extends string>(keys: readonly K[], key: string): key is K => (keys as readonly string[]).includes(key)
const plain = (params: PlanNote['params']) => Object.fromEntries(Object.entries(params).map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : v])) as never as Record<string, string | number>
