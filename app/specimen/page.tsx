import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { ToastProvider } from '@/components/ui/toast'
import { requireOperator } from '@/lib/web/session'
import { Buttons, Choices, Fields } from './controls'
import { Data, Figures, Story } from './data'
import { Layers } from './layers'
import { samples } from './samples'
import { ThemeSwitch } from './theme-switch'
import { Words } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: samples[await getLocale()].title, robots: { index: false, follow: false } }
}

/** Every component in every state, for those who work on the console. */
export default async function SpecimenPage({ searchParams }: { searchParams: Promise<{ tab?: string | string[]; sort?: string | string[] }> }) {
  await requireOperator('platform.read')
  const [locale, { tab, sort }] = await Promise.all([getLocale(), searchParams])
  const s = samples[locale]
  return (
    <ToastProvider>
      <main className="mx-auto flex max-w-6xl flex-col gap-4 p-4">
        <PageHead title={s.title}>
          <ThemeSwitch dark={s.dark} comfortable={s.comfortable} />
        </PageHead>
        <Buttons s={s} />
        <Fields s={s} />
        <Choices s={s} />
        <Layers s={s} />
        <Words s={s} tab={tab === '1' ? 1 : tab === '2' ? 2 : 0} />
        <Data s={s} up={sort === 'up'} />
        <Story s={s} />
        <Figures s={s} />
      </main>
    </ToastProvider>
  )
}
