import { useTranslations } from 'next-intl'

/** Scopes by their names in the API, each with what it lets one do. */
export function ScopeList({ scopes }: { scopes: readonly string[] }) {
  const t = useTranslations('keys')
  return (
    <ul className="flex flex-col gap-1">
      {scopes.map((scope) => (
        <li key={scope} className="flex flex-wrap gap-x-2">
          <code className="font-mono text-table">{scope}</code>
          {t.has(`scope.${scope}` as never) && <span className="text-ink-2">{t(`scope.${scope}` as never)}</span>}
        </li>
      ))}
    </ul>
  )
}
