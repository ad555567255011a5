import { getTranslations } from 'next-intl/server'
import { TraceTimeline } from '@/components/message/trace-timeline'
import { Timeline, type TimelineItem } from '@/components/ui/timeline'
import { dispositions, type Disposition } from '@/lib/core/rules/trace'
import type { MessageDetail } from '@/lib/services/message/get'
import type { MessageTrace } from '@/lib/services/message/trace'
import { fullTime, logTime, milliseconds } from '@/lib/web/format'
import { Time } from '@/components/ui/time'

interface Props {
  message: MessageDetail
  trace: MessageTrace
  locale: string
  zone: string
}

/** What happened, in time; the steps of the last run stand under the event that they made. */
export async function MessageTimeline({ message, trace, locale, zone }: Props) {
  const [w, t] = await Promise.all([getTranslations('message'), getTranslations('messages')])
  const now = new Date()
  const word = (name: unknown): string => t(dispositions.includes(name as Disposition) ? `disposition.${name as Disposition}` : 'disposition.other')
  const title = ({ kind, data }: MessageDetail['events'][number]): string => {
    if (kind === 'received' || kind === 'released' || kind === 'releaseCancelled') return w(`event.${kind}`)
    if (kind === 'replayed') return w(data['cause'] === 'resumed' || data['cause'] === 'room' ? `event.${data['cause']}` : 'event.replayed', { from: word(data['from']), to: word(data['to']) })
    if (kind !== 'routed') return w('event.other', { kind })
    const disposition = word(data['disposition'])
    return typeof data['ruleVersion'] === 'number' ? w('event.routedVersion', { version: data['ruleVersion'], disposition }) : w('event.routed', { disposition })
  }
  const decided = message.events.findLastIndex(({ kind, data }) => (trace.run > 1 ? kind === 'replayed' && data['run'] === trace.run : kind === 'routed'))
  const steps =
    trace.steps.length > 0 ? (
      <>
        <p className="text-meta text-ink-3">
          {w('runTook', { steps: trace.steps.length, time: milliseconds(trace.steps.reduce((sum, s) => sum + s.ms, 0), locale) })}
        </p>
        <TraceTimeline label={t('page.timelineHint')} steps={trace.steps} duration={(ms) => milliseconds(ms, locale)} />
      </>
    ) : (
      <p className="text-ink-2">{t('page.noTrace')}</p>
    )
  const items = message.events.map((event, i): TimelineItem => ({
    key: `${i}`,
    time: (
      <Time at={event.at} full={`${fullTime(event.at, locale, zone)}\n${fullTime(event.at, locale, 'UTC')}`}>
        {logTime(event.at, locale, zone, now)}
      </Time>
    ),
    icon: event.kind === 'received' ? 'tray' : event.kind === 'replayed' ? 'refresh' : 'branch',
    tone: i === decided ? 'accent' : 'mute',
    title: title(event),
    ...(i === decided && { body: steps }),
  }))
  return (
    <>
      <Timeline label={w('tabs.timeline')} items={items} />
      {decided < 0 && steps}
    </>
  )
}
