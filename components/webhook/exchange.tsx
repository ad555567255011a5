import { useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'

interface Props {
  attempt: {
    url: string
    body: string
    requestHeaders: Readonly<Record<string, string>>
    responseHeaders: Readonly<Record<string, string>>
    responseBody: string | null
    status: number | null
  }
}

/** A body that is JSON is easier read with its lines broken; what was signed is the text on one line. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function Message({ label, headers, body }: { label: string; headers: Readonly<Record<string, string>>; body: string }) {
  const t = useTranslations('webhooks')
  const names = Object.entries(headers)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {names.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-table text-ink-2 pointer-coarse:min-h-11">{t('headers')}</summary>
          <DescriptionList items={names.map(([name, value]) => ({ name, value: <bdi className="font-mono">{value}</bdi> }))} />
        </details>
      )}
      {body && (
        <pre tabIndex={0} role="group" aria-label={label} className="max-h-96 overflow-auto rounded-control border border-line bg-sunken px-3 py-2 font-mono text-table whitespace-pre-wrap wrap-anywhere">
          <bdi>{readable(body)}</bdi>
        </pre>
      )}
    </div>
  )
}

/** What was sent and what came back, side by side where there is room. */
export function Exchange({ attempt }: Props) {
  const t = useTranslations('webhooks')
  const { url, body, requestHeaders, responseHeaders, responseBody, status } = attempt
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel id="request" title={t('request')}>
        <p className="pb-2 font-mono text-table wrap-anywhere">
          {t.rich('requestLine', { url: () => <bdi>{url}</bdi> })}
        </p>
        <Message label={t('body')} headers={requestHeaders} body={body} />
      </Panel>
      <Panel id="response" title={t('response')}>
        {status === null ? (
          <p className="text-ink-2">{t('responseNone')}</p>
        ) : (
          <>
            <p className="pb-2 font-medium">{t('status', { status })}</p>
            <Message label={t('response')} headers={responseHeaders} body={responseBody ?? ''} />
            {responseBody && responseBody.length >= 4096 && <p className="pt-2 text-meta text-ink-3">{t('bodyCut')}</p>}
          </>
        )}
      </Panel>
    </div>
  )
}
