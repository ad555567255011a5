import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

interface Tenant {
  slug: string
  name: string
}

/** The tenant's name; with more than one, a list of links that opens below it without script. */
export function TenantSwitcher({ current, tenants }: { current: Tenant; tenants: readonly Tenant[] }) {
  const t = useTranslations('console')
  if (tenants.length < 2)
    return (
      <span className="min-w-0 truncate text-form text-ink-2">
        <bdi>{current.name}</bdi>
      </span>
    )
  return (
    <details className="relative min-w-0">
      <summary
        aria-label={t('switchTenant', { name: current.name })}
        className="flex min-h-8 min-w-0 list-none items-center gap-1 rounded-control px-2 text-form hover:bg-hover pointer-coarse:min-h-11"
      >
        <bdi className="truncate">{current.name}</bdi>
        <Icon name="chevron" />
      </summary>
      <ul
        aria-label={t('tenants')}
        className="absolute top-full left-0 z-10 mt-1 max-h-96 min-w-52 overflow-y-auto rounded-panel border border-line bg-surface py-1 shadow-lg"
      >
        {tenants.map((tenant) => (
          <li key={tenant.slug}>
            <Link
              href={`/t/${tenant.slug}/messages`}
              prefetch={false}
              aria-current={tenant.slug === current.slug ? 'true' : undefined}
              className="flex min-h-8 items-center px-3 text-form text-ink no-underline hover:bg-hover aria-[current]:bg-selected pointer-coarse:min-h-11"
            >
              <bdi>{tenant.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
