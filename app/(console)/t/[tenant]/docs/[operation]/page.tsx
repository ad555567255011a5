import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Method } from '@/components/api/method'
import { SchemaFields } from '@/components/api/schema-fields'
import { TryIt } from '@/components/api/try-it'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Code } from '@/components/ui/code'
import { Panel } from '@/components/ui/panel'
import { curlFor, exampleBody } from '@/lib/core/api/operation'
import { typeOf } from '@/lib/core/api/schema'
import { requireUser, tenantContext } from '@/lib/web/session'
import { apiFor } from '@/app/(console)/t/[tenant]/docs/document'

interface Props {
  params: Promise<{ tenant: string; operation: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: (await params).operation.slice(0, 80) })

/** One operation: what it takes, what it answers, a command, and a form that sends it. */
export default async function OperationPage({ params }: Props) {
  const [{ tenant: slug, operation: id }, t] = await Promise.all([params, getTranslations('docs')])
  const home = `/t/${encodeURIComponent(slug)}/docs`
  await requireUser(`${home}/${encodeURIComponent(id)}`)
  const { user } = await tenantContext(slug, 'tenant.read')
  const { operations, schemas, base } = apiFor(user)
  const op = operations.find((o) => o.id === id)
  if (!op) notFound()
  const body = exampleBody(op, schemas)
  const command = curlFor(op, schemas, base)
  return (
    <ClientMessages of={['docs']}>
      <PageHead
        title={
          <span className="flex flex-wrap items-baseline gap-x-2">
            <Method of={op.method} />
            <code className="min-w-0 font-mono wrap-anywhere">{op.path}</code>
          </span>
        }
        crumbs={[{ label: t('title'), href: home }, { label: <span lang="en">{op.tag}</span>, href: `${home}#tag-${op.tag.replaceAll(' ', '-')}` }]}
      >
        <p lang="en" className="max-w-3xl">{op.summary}</p>
        {op.description && <p lang="en" className="max-w-3xl text-ink-2">{op.description}</p>}
        <p className="text-ink-2">
          {op.scope === null
            ? t('open')
            : t.rich('needs', {
                scope: () => <code className="font-mono text-table">{op.scope}</code>,
                keys: (text) => <Link href={`/t/${encodeURIComponent(slug)}/api-keys`} prefetch={false} className="text-accent underline">{text}</Link>,
              })}
        </p>
      </PageHead>
      <div className="grid items-start gap-4 px-4 pb-8 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {op.parameters.length > 0 && (
            <Panel id="parameters" title={t('parameters')}>
              <ul className="flex flex-col divide-y divide-line">
                {op.parameters.map((p) => (
                  <li key={`${p.in} ${p.name}`} className="flex flex-col py-2">
                    <p className="flex flex-wrap gap-x-2">
                      <code className="font-mono font-medium">{p.name}</code>
                      <span className="text-meta text-ink-3">{t(`in.${p.in}`)}</span>
                      <span className="font-mono text-meta text-ink-3 wrap-anywhere">{typeOf(p.schema)}</span>
                      {p.required && <span className="text-meta font-medium text-ink-2">{t('required')}</span>}
                    </p>
                    {(p.description ?? p.schema.description) && <p lang="en" className="text-table text-ink-2">{p.description ?? p.schema.description}</p>}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {op.body && (
            <Panel id="request-body" title={t('body')}>
              <SchemaFields schema={op.body} schemas={schemas} />
            </Panel>
          )}
          <Panel id="answers" title={t('answers')}>
            <ul className="flex flex-col divide-y divide-line">
              {op.answers.map(({ status, description, type, schema }) => (
                <li key={status} className="flex flex-col gap-1 py-2">
                  <p className="flex flex-wrap gap-x-2">
                    <span className="font-mono font-semibold">{status}</span>
                    <span lang="en">{description}</span>
                    {type && <code className="font-mono text-meta text-ink-3">{type}</code>}
                  </p>
                  {schema && Number(status) < 300 && <SchemaFields schema={schema} schemas={schemas} />}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel id="command" title={t('command')}>
            <Code label={t('command')}>{command}</Code>
            {op.scope !== null && <p className="pt-1 text-meta text-ink-3">{t('variable')}</p>}
          </Panel>
          <Panel id="try" title={t('tryIt')}>
            <p className="hidden noscript:block">{t('noScript')}</p>
            <TryIt
              key={op.id}
              method={op.method}
              path={op.path}
              parameters={op.parameters.map((p) => ({ name: p.name, in: p.in, required: p.required, type: typeOf(p.schema) }))}
              body={body}
              needsKey={op.scope !== null}
            />
          </Panel>
        </div>
      </div>
    </ClientMessages>
  )
}
