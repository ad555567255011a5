import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { InviteForm } from '@/components/member/invite-form'
import { Said } from '@/components/member/said'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { Table } from '@/components/ui/table'
import { roles, type Role } from '@/lib/core/access/matrix'
import { timeCursor } from '@/lib/core/inputs/operator'
import { listMembers } from '@/lib/services/member/list'
import { mayGive } from '@/lib/services/member/may-give'
import { allows } from '@/lib/services/access/authorize'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { sendInvitation } from './actions'
import { Invitations } from './invitations'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('members'))('title') })

/** Who is in the tenant, who is invited, and the form to invite. */
export default async function MembersPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t, locale, zone] = await Promise.all([params, searchParams, getTranslations('members'), getLocale(), getTimeZone()])
  const here = `/t/${encodeURIComponent(slug)}/members`
  await requireUser(here)
  const { ctx } = await tenantContext(slug, 'member.read')
  const cursorIn = (name: string) => (timeCursor.safeParse(query[name]).success ? String(query[name]) : undefined)
  const cursor = cursorIn('cursor')
  const page = await listMembers({ ctx, input: { ...(cursor ? { cursor } : {}) } })
  const writes = allows(ctx, 'member.write')
  const time = (at: Date) => fullTime(at, locale, zone)
  return (
    <ClientMessages of={['members']}>
      <PageHead title={t('title')}>
        <Said slug={slug} query={query} />
        {!writes && <p className="text-ink-2">{t('mayNot')}</p>}
      </PageHead>
      <div className="flex flex-col gap-6 px-4 pb-8">
        <div>
          <Table
            label={t('title')}
            columns={[
              { id: 'name', head: t('name'), phone: 'title' },
              { id: 'email', head: t('email'), phone: 'line' },
              { id: 'role', head: t('roleHead'), phone: 'side', nowrap: true },
              { id: 'joined', head: t('joined'), phone: 'hidden' },
              { id: 'seen', head: t('seen'), phone: 'hidden' },
            ]}
            rows={page.data.map((m) => ({
              id: m.userId,
              name: m.name,
              cells: {
                name: (
                  <>
                    <Link href={`${here}/${m.userId}`} prefetch={false} className="font-medium text-accent underline">
                      <bdi>{m.name}</bdi>
                    </Link>{' '}
                    {m.userId === ctx.actor.id && <span className="text-ink-3">({t('you')})</span>}
                  </>
                ),
                email: <bdi className="wrap-anywhere">{m.email}</bdi>,
                role: t(`role.${m.role as Role}`),
                joined: time(m.joinedAt),
                seen: m.seenAt ? time(m.seenAt) : t('never'),
              },
            }))}
          />
          {(page.nextCursor || cursor) && <Pager span={t('shown', { n: page.data.length })} newest={cursor && here} older={page.nextCursor ? `${here}?cursor=${page.nextCursor}` : undefined} />}
        </div>
        <div className="flex max-w-3xl flex-col gap-4">
          {writes && (
            <Panel id="invite" title={t('invite')}>
              <InviteForm roles={roles.filter((role) => mayGive(ctx, role)).map((role) => ({ value: role, label: t(`role.${role}`) }))} action={sendInvitation.bind(null, slug)} />
            </Panel>
          )}
          <Invitations ctx={ctx} slug={slug} cursor={cursorIn('invitations')} />
        </div>
      </div>
    </ClientMessages>
  )
}
