import { useTranslations } from 'next-intl'
import { limitsOf, resolve, typeOf, type Schema, type Schemas } from '@/lib/core/api/schema'

interface Props {
  schema: Schema
  schemas: Schemas
  /** Names that stand above: what refers to itself is named and not opened again. */
  above?: readonly string[]
}

const mostLevels = 4

/** The fields of an object, one below the other; what they hold stands inside them. */
export function SchemaFields({ schema, schemas, above = [] }: Props) {
  const t = useTranslations('docs')
  const { properties = {}, required = [] } = resolve(schema, schemas)
  const fields = Object.entries(properties)
  if (fields.length === 0) return null
  return (
    <ul className="flex flex-col divide-y divide-line rounded-control border border-line">
      {fields.map(([name, field]) => {
        const limits = limitsOf(field)
        const inner = innerOf(field, schemas)
        const ref = inner?.$ref ?? ''
        const open = inner && above.length < mostLevels && !(ref && above.includes(ref))
        return (
          <li key={name} className="flex flex-col gap-1 px-3 py-2">
            <p className="flex flex-wrap gap-x-2">
              <code className="font-mono font-medium">{name}</code>
              <span className="font-mono text-meta text-ink-3 wrap-anywhere">{typeOf(field)}</span>
              {required.includes(name) && <span className="text-meta font-medium text-ink-2">{t('required')}</span>}
              {limits && <span className="text-meta text-ink-3">{t(`limits.${limits.of}`, { least: limits.least ?? 0, most: limits.most ?? -1 })}</span>}
              {field.default !== undefined && <span className="text-meta text-ink-3">{t('default', { value: JSON.stringify(field.default) })}</span>}
            </p>
            {field.description && <p lang="en" className="text-table text-ink-2">{field.description}</p>}
            {open && (
              <details>
                <summary className="min-h-6 cursor-pointer text-table text-accent pointer-coarse:min-h-11">{t('inside', { name })}</summary>
                <div className="pt-1">
                  <SchemaFields schema={inner} schemas={schemas} above={[...above, ref]} />
                </div>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The object that a field holds, or that its list or one of its forms holds; undefined where it has no fields. */
function innerOf(field: Schema, schemas: Schemas): Schema | undefined {
  const candidates = [field, field.items, ...(field.anyOf ?? field.oneOf ?? [])].filter((s): s is Schema => s !== undefined)
  return candidates.find((s) => Object.keys(resolve(s, schemas).properties ?? {}).length > 0)
}
