import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'

interface Props {
  groups: readonly { noun: string; scopes: readonly string[] }[]
  chosen: readonly string[]
  error: string | undefined
}

/** What a key may do, by check boxes, a group for each noun. */
export function ScopeChoice({ groups, chosen, error }: Props) {
  const t = useTranslations('keys')
  return (
    <fieldset className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-3" aria-describedby={error ? 'scopes-error' : undefined}>
      <legend className="px-1 text-meta font-medium text-ink-2">{t('chosenLegend')}</legend>
      {error && (
        <p id="scopes-error" className="text-table text-bad">
          {error}
        </p>
      )}
      {groups.map(({ noun, scopes }) => (
        <div key={noun} role="group" aria-labelledby={`noun-${noun}`} className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <p id={`noun-${noun}`} className="font-medium">
            {t.has(`noun.${noun}` as never) ? t(`noun.${noun}` as never) : noun}
          </p>
          <div className="flex flex-col gap-1">
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                name="scopes"
                value={scope}
                defaultChecked={chosen.includes(scope)}
                aria-invalid={error ? true : undefined}
                label={
                  <>
                    <code className="font-mono">{scope}</code>
                    {t.has(`scope.${scope}` as never) && <span className="text-ink-2"> {t(`scope.${scope}` as never)}</span>}
                  </>
                }
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
