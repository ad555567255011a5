import { getLocale, getTranslations } from 'next-intl/server'
import { MailText } from '@/components/message/mail-text'
import { buttonClass } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Tree, type TreeNode } from '@/components/ui/tree'
import type { TenantContext } from '@/lib/core/access/actor'
import type { MessageDetail } from '@/lib/services/message/get'
import { bytes } from '@/lib/web/format'
import { messageParts, type Part } from '@/lib/web/mail-content'
import { attempt, RawUnavailable } from './unavailable'

const mostFile = 30 * 1024 * 1024

/** The parts of the mail as a tree; each leaf can be fetched, of an infected mail only after a second word. */
export async function FileList({ ctx, slug, message }: { ctx: TenantContext; slug: string; message: MessageDetail }) {
  const [t, locale] = await Promise.all([getTranslations('message.files'), getLocale()])
  const read = await attempt(() => messageParts({ ctx, input: { id: message.id } }))
  if (!read.ok) return <RawUnavailable />
  const { root, error } = read.value
  if (!root) return <p className="text-ink-2">{t('none')}</p>
  const infected = message.verdicts.virus === 'FAIL'
  const here = `/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(message.id)}/files/`
  const get = (part: Part, asked: boolean) => (
    <a href={`${here}${part.path || 'whole'}${asked ? '?infected=yes' : ''}`} download className={buttonClass('plain', undefined, 'small')} aria-label={t('getNamed', { name: part.filename || part.contentType })}>
      {t('get')}
    </a>
  )
  const node = (part: Part): TreeNode => ({
    key: part.path || 'whole',
    label: (
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 py-1">
        {part.filename && (
          <span className="font-medium wrap-anywhere">
            <MailText text={part.filename} />
          </span>
        )}
        <span className="font-mono text-ink-2 wrap-anywhere">
          <MailText text={[part.contentType, part.charset].filter(Boolean).join('; ')} />
        </span>
        {part.encoding && (
          <span className="text-ink-3">
            <MailText text={t('encoding', { encoding: part.encoding })} />
          </span>
        )}
        {part.children.length === 0 && <span className="text-ink-3">{bytes(part.size, locale)}</span>}
        {part.children.length === 0 && !part.contentType.startsWith('multipart/') && (part.size > mostFile ? <span>{t('tooBig')}</span> : !infected && get(part, false))}
      </span>
    ),
    children: part.children.map(node),
  })
  const leaves = (part: Part): Part[] => (part.children.length ? part.children.flatMap(leaves) : [part])
  return (
    <div className="flex flex-col gap-3">
      {infected && (
        <ErrorPanel title={t('infected')}>
          <p>{t('infectedBody')}</p>
          <details>
            <summary className="min-h-6 font-medium pointer-coarse:min-h-11">{t('infectedAsk')}</summary>
            <ul className="flex flex-col gap-1 pt-2">
              {leaves(root).map((part) => (
                <li key={part.path} className="flex flex-wrap items-center gap-2">
                  <MailText text={part.filename || part.contentType} />
                  {get(part, true)}
                </li>
              ))}
            </ul>
          </details>
        </ErrorPanel>
      )}
      {error && <p className="text-ink-2">{t('cut')}</p>}
      <Tree label={t('parts')} nodes={[node(root)]} />
    </div>
  )
}
