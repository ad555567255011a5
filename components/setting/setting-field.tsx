import { Checkbox } from '@/components/ui/checkbox'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { NumberField } from '@/components/ui/number-field'
import { Radio, RadioGroup } from '@/components/ui/radio'
import { Textarea } from '@/components/ui/textarea'
import type { CardField } from './card-state'

/** A control by its kind. Its key is its value: what the server gave stands in it, also after a save. */
export function SettingField({ id, field, error }: { id: string; field: CardField; error: string | undefined }) {
  const { name, label, kind, value, hint, unit, options = [] } = field
  if (kind === 'choice')
    return (
      <RadioGroup legend={label} error={error}>
        {options.map((o) => (
          <Radio key={`${o.value} ${value}`} name={name} value={o.value} label={o.label} hint={o.hint} defaultChecked={o.value === value} />
        ))}
      </RadioGroup>
    )
  if (kind === 'tick') return <Checkbox key={value} id={id} name={name} value="yes" label={label} hint={hint} defaultChecked={value === 'yes'} error={error} />
  const same = { id, name, defaultValue: value, ...errorAttributes(id, error) }
  return (
    <Field id={id} label={label} error={error}>
      {hint && <p className="text-table text-ink-2">{hint}</p>}
      {kind === 'lines' ? <Textarea key={value} {...same} rows={3} mono /> : kind === 'number' ? <NumberField key={value} {...same} unit={unit} min={0} /> : <Input key={value} {...same} />}
    </Field>
  )
}
