import Form from 'next/form'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { filterNames } from '@/app/(console)/t/[tenant]/messages/search-params'
import { HeadersList } from '@/components/message/headers-list'
import { MailText } from '@/components/message/mail-text'
import { Button, buttonClass } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Input } from '@/components/ui/input'
import { Panel } from '@/components/ui/panel'
import { hopsOf } from '@/lib/core/message/hops'
import type { MessageDetail } from '@/lib/services/message/get'
import { fullTime } from '@/lib/web/format'
import { messageHref, type Query } from './href'

interface Props {
  slug: string
  message: MessageDetail
  query: Query
  locale: string
  zone: string
}

/** The fields in the mail's order, to be searched, and the way of the mail. */
export async function HeaderFields({ slug, message, query, locale, zone }: Props) {
  const [t, m] = await Promise.all([getTranslations('message.headers'), getTranslations('messages.page')])
  const asked = typeof query['field'] === 'string' ? query['field'].slice(0, 200) : ''
  const sought = asked.toLowerCase()
  const shown = message.headers.filter(({ name, value }) => `${name}: ${value}`.toLowerCase().includes(sought))
  const hops = hopsOf(message.headers)
  const kept = [...filterNames, 'zone'].flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]] as const] : []))
  return (
    <div className="flex flex-col gap-4">
      {hops.length > 0 && (
        <Panel id="hops" title={t('hops')}>
          <p className="pb-2 text-table text-ink-2">{t('hopsHint')}</p>
          <div className="overflow-x-auto" tabIndex={0} role="group" aria-labelledby="hops">
            <table className="w-full min-w-xl text-table">
              <thead>
                <tr className="border-b border-line text-left text-meta text-ink-2">
                  {(['from', 'by', 'time', 'delay'] as const).map((name) => (
                    <th key={name} scope="col" className="py-1 pr-4 font-medium">
                      {t(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {hops.map((hop, i) => (
                  <tr key={i} className="border-b border-line align-top last:border-0">
                    <td className="py-1 pr-4 font-mono wrap-anywhere">
                      <MailText text={hop.from || '-'} />
                    </td>
                    <td className="py-1 pr-4 font-mono wrap-anywhere">
                      <MailText text={hop.by || '-'} />
                      {i === hops.length - 1 && (
                        <span className="block font-sans">
                          <Chip tone="ok" icon="tick" bare>
                            {t('trusted')}
                          </Chip>
                        </span>
                      )}
                    </td>
                    <td className="py-1 pr-4 whitespace-nowrap">{hop.at ? fullTime(hop.at, locale, zone) : '-'}</td>
                    <td className="py-1 whitespace-nowrap">
                      {hop.delay === undefined ? '-' : hop.delay < 0 ? t('negative') : new Intl.NumberFormat(locale, { style: 'unit', unit: 'second' }).format(hop.delay / 1000)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
      <Panel id="headers" title={m('headers')}>
        <Form key={asked} action={messageHref(slug, message.id, {})} prefetch={false} className="flex flex-wrap gap-2 pb-3">
          {[...kept, ['tab', 'headers'] as const].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="field" className="sr-only">
            {t('filter')}
          </label>
          <Input id="field" name="field" type="search" defaultValue={asked} placeholder={t('filter')} maxLength={200} className="max-w-sm" />
          <Button>{t('apply')}</Button>
          {asked && (
            <Link href={messageHref(slug, message.id, query, { tab: 'headers' })} prefetch={false} className={buttonClass('quiet')}>
              {t('clear')}
            </Link>
          )}
        </Form>
        {asked && shown.length === 0 ? <p className="text-ink-2">{<MailText text={t('none', { filter: asked })} />}</p> : <HeadersList headers={shown} />}
      </Panel>
    </div>
  )
}
