import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RemoveMember } from '@/components/member/remove-member'
import { RoleForm } from '@/components/member/role-form'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { roles, type Role } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { allows } from '@/lib/services/access/authorize'
import { getMember } from '@/lib/services/member/get'
import { mayGive } from '@/lib/services/member/may-give'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { remove, saveRole } from '@/app/(console)/t/[tenant]/members/actions'

interface Props {
  params: Promise<{ tenant: string; userId: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('members'))('member') })

/** One member: what is known, the role, and the way out. */
export default async function MemberPage({ params }: Props) {
  const [{ tenant: slug, userId }, t, locale, zone] = await Promise.all([params, getTranslations('members'), getLocale(), getTimeZone()])
  const base = `/t/${encodeURIComponent(slug)}`
  await requireUser(`${base}/members/${encodeURIComponent(userId)}`)
  const { ctx, tenant } = await tenantContext(slug, 'member.read')
  const member = await getMember({ ctx, input: { userId } }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const { name, email, role, joinedAt, seenAt, keys } = member
  const time = (at: Date) => fullTime(at, locale, zone)
  const writes = allows(ctx, 'member.write')
  const touches = writes && mayGive(ctx, role)
  const self = userId === ctx.actor.id
  return (
    <ClientMessages of={['members']}>
      <PageHead title={<bdi>{name}</bdi>} crumbs={[{ label: t('title'), href: `${base}/members` }]} />
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        <DescriptionList
          items={[
            { name: t('email'), value: <bdi>{email}</bdi> },
            { name: t('roleHead'), value: t(`role.${role as Role}`) },
            { name: t('joined'), value: time(joinedAt) },
            { name: t('seen'), value: seenAt ? time(seenAt) : t('never') },
          ]}
        />
        {!touches && <p className="text-ink-2">{t(writes ? 'untouchable' : 'mayNot')}</p>}
        {touches && (
          <Panel id="role" title={t('changeRole')}>
            {self && <p className="pb-2 text-ink-2">{t('ownRole')}</p>}
            <RoleForm name={name} role={role} roles={roles.filter((r) => mayGive(ctx, r))} action={saveRole.bind(null, slug, userId)} />
          </Panel>
        )}
        {self ? (
          <p className="text-ink-2">
            {t('yourself')}{' '}
            <Link href={`${base}/settings`} prefetch={false} className="text-accent underline">
              {t('toSettings')}
            </Link>
          </p>
        ) : (
          touches && (
            <div>
              <RemoveMember name={name} tenant={tenant.name} keys={keys} action={remove.bind(null, slug, userId)} />
            </div>
          )
        )}
      </div>
    </ClientMessages>
  )
}
