import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Bytes } from '@/components/ui/bytes'
import { Chip } from '@/components/ui/chip'
import { Code } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy-text'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Kbd } from '@/components/ui/kbd'
import { Meter } from '@/components/ui/meter'
import { Panel } from '@/components/ui/panel'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import { SectionNav, Tabs } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import type { Samples } from './samples'

const tones = ['ok', 'bad', 'warn', 'odd', 'mute', 'accent'] as const
const icons = { ok: 'tick', bad: 'cross', warn: 'clock', odd: 'exclamation', mute: 'dash', accent: 'paper' } as const
const command = 'curl -H "Authorization: Bearer pr_…" https://postroom.us.test/api/v1/messages?disposition=quarantined&limit=50'
const at = new Date('2026-11-24T05:02:11Z')

export function Words({ s, tab }: { s: Samples; tab: number }) {
  const items = s.tabs.map((label, i) => ({ href: `?tab=${i}`, label, current: i === tab, ...(i === 2 && { count: '12' }) }))
  return (
    <Panel id="words" title={s.sections.words}>
      <div className="flex flex-col gap-4">
        <Tabs label={s.sections.words} items={items} />
        <SectionNav label={s.settings} items={items} />
        <div className="flex flex-wrap gap-2">
          {tones.map((tone) => (
            <Chip key={tone} tone={tone} icon={icons[tone]}>
              {s.quarantined}
            </Chip>
          ))}
          <Chip tone="ok" icon="tick" bare>
            {s.forwarded}
          </Chip>
        </div>
        {tones.map((tone) => (
          <Banner
            key={tone}
            tone={tone}
            acts={
              <Button type="button" size="small">
                {s.retry}
              </Button>
            }
          >
            {s.banner}
          </Banner>
        ))}
        <ErrorPanel title={s.error}>
          <p>{s.errorDo}</p>
        </ErrorPanel>
        <EmptyState title={s.empty}>
          <p>{s.emptyText}</p>
        </EmptyState>
        <DescriptionList
          items={[
            { name: s.copy, value: <CopyText value="<88@a.test>" what={s.copy} /> },
            {
              name: s.cols.time,
              value: (
                <Time at={at} full={'2026-11-24 14:02:11 JST\n2026-11-24 05:02:11 UTC'}>
                  14:02:11
                </Time>
              ),
            },
            { name: s.size, value: <Bytes n={24_120} /> },
            { name: s.open, value: <Kbd keys="Ctrl K" /> },
          ]}
        />
        <Code label={s.key}>{command}</Code>
        <Progress label={s.job} value={1204} max={9120}>
          {s.jobText}
        </Progress>
        <Progress label={`${s.job} 2`} />
        <Meter label={s.rules} value={44} max={200}>
          {'44 / 200'}
        </Meter>
        <Meter label={s.rules} value={190} max={200} warnAt={180} warnWord={s.near}>
          {'190 / 200'}
        </Meter>
        <Skeleton rows={3} />
      </div>
    </Panel>
  )
}
