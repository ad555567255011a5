import Link from 'next/link'
import { Bytes } from '@/components/ui/bytes'
import { Chart } from '@/components/ui/chart'
import { Chip } from '@/components/ui/chip'
import { Diff } from '@/components/ui/diff'
import { diffLines } from '@/components/ui/diff-lines'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { Table } from '@/components/ui/table'
import { Timeline } from '@/components/ui/timeline'
import { Tree } from '@/components/ui/tree'
import { Bulk } from './bulk'
import type { Samples } from './samples'

export function Data({ s, up }: { s: Samples; up: boolean }) {
  const columns = [
    { id: 'subject', head: s.cols.subject, phone: 'title' },
    { id: 'from', head: s.cols.from, phone: 'line' },
    { id: 'time', head: s.cols.time, nowrap: true, phone: 'side', sort: { href: `?sort=${up ? 'down' : 'up'}`, direction: up ? 'ascending' : 'descending' } },
    { id: 'size', head: s.cols.size, numeric: true, nowrap: true, phone: 'hidden' },
    { id: 'outcome', head: s.cols.outcome, nowrap: true, phone: 'line' },
  ] as const
  const outcomes = [
    <Chip key="q" tone="warn" icon="fence">
      {s.quarantined}
    </Chip>,
    <Chip key="f" tone="ok" icon="forward" bare>
      {s.forwarded}
    </Chip>,
    <Chip key="r" tone="mute" icon="stop">
      {s.rejected}
    </Chip>,
  ]
  const rows = s.subjects.map((subject, i) => ({
    id: String(i),
    name: subject,
    current: i === 2,
    ...(i === 0 && { note: s.why }),
    cells: {
      subject: <Link href={`#m${i}`}>{subject}</Link>,
      from: <bdi>{['billing@a.test', 'a-very-long-local-part-that-somebody-chose@of.us.test', 'joe@b.test'][i]}</bdi>,
      time: `14:0${i}:11`,
      size: <Bytes n={2_412 * (i + 1) ** 5} />,
      outcome: outcomes[i],
    },
  }))
  return (
    <Panel id="data" title={s.sections.data}>
      <Table label={s.table} columns={columns} rows={rows} select={{ name: 'message' }} bulk={<Bulk act={s.release} words={s.bulk} />} />
      <Pager span={s.span} newer="?page=newer" older="?page=older" />
      <Table label={s.empty} columns={columns} rows={[]} empty={<EmptyState title={s.empty} />} />
    </Panel>
  )
}

export function Story({ s }: { s: Samples }) {
  const before = Array.from({ length: 14 }, (_, i) => `person${i}@us.test`)
  const after = [...before.filter((_, i) => i !== 11), 'sales@us.test']
  return (
    <Panel id="story" title={s.sections.story}>
      <div className="grid gap-6 lg:grid-cols-3">
        <Timeline
          label={s.tabs[0] ?? ''}
          items={[
            { key: '1', time: '14:02:09', icon: 'tray', title: s.taken },
            { key: '2', time: '14:02:10', icon: 'tick', tone: 'ok', title: s.decided, body: s.why },
            { key: '3', time: '14:02:11', icon: 'fence', tone: 'warn', title: s.quarantined },
          ]}
        />
        <Tree
          label={s.sections.story}
          nodes={[
            {
              key: 'm',
              label: 'multipart/mixed',
              children: [
                { key: 'a', label: 'multipart/alternative', closed: true, children: [{ key: 't', label: 'text/plain' }, { key: 'h', label: 'text/html' }] },
                { key: 'p', label: 'application/pdf' },
              ],
            },
          ]}
        />
        <Diff label={s.sections.story} lines={diffLines(before, after)} />
      </div>
    </Panel>
  )
}

export function Figures({ s }: { s: Samples }) {
  const points = Array.from({ length: 14 }, (_, i) => ({ key: String(i), label: `11/${10 + i}`, href: `?day=${i}` }))
  const some = (base: number) => points.map((_, i) => (i === 5 ? null : Math.round(base * (1 + Math.sin(i * base) / 2))))
  return (
    <Panel id="figures" title={s.sections.figures}>
      <div className="grid gap-6 lg:grid-cols-2">
        <Chart
          title={s.volume}
          kind="bars"
          points={points}
          series={[
            { key: 'forwarded', label: s.forwarded, tone: 'ok', values: some(410) },
            { key: 'quarantined', label: s.quarantined, tone: 'warn', values: some(61) },
            { key: 'rejected', label: s.rejected, tone: 'mute', values: some(83) },
          ]}
        />
        <Chart
          title={s.rates}
          kind="lines"
          unit="part"
          points={points.map(({ key, label }) => ({ key, label }))}
          series={[
            { key: 'bounces', label: s.bounces, tone: 'bad', values: some(210).map((v) => v && v / 10_000) },
            { key: 'complaints', label: s.complaints, tone: 'odd', values: some(9).map((v) => v && v / 10_000) },
          ]}
          limit={{ value: 0.05, label: s.pauses }}
        />
        <Chart title={s.none} kind="lines" points={points} series={[{ key: 'opens', label: s.none, tone: 'accent', values: points.map(() => null) }]} height={120} />
      </div>
    </Panel>
  )
}
