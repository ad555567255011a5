import { Button, buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { DateRange } from '@/components/ui/date-range'
import { errorAttributes, Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { IconButton } from '@/components/ui/icon-button'
import { Input, Select } from '@/components/ui/input'
import { NumberField } from '@/components/ui/number-field'
import { Panel } from '@/components/ui/panel'
import { Radio, RadioGroup } from '@/components/ui/radio'
import { Secret } from '@/components/ui/secret'
import { SubmitButton } from '@/components/ui/submit-button'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import type { Samples } from './samples'

const looks = ['primary', 'plain', 'quiet', 'danger'] as const
const grid = 'grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-4'
const longest = 'a-very-long-local-part-that-somebody-chose@an-even-longer-sub-domain.of.us.test'

export function Buttons({ s }: { s: Samples }) {
  return (
    <Panel id="buttons" title={s.sections.buttons}>
      <div className="flex flex-col gap-3">
        {looks.map((look) => (
          <div key={look} className="flex flex-wrap items-center gap-2">
            <Button type="button" look={look}>
              {s.act}
            </Button>
            <Button type="button" look={look} size="small">
              {s.act}
            </Button>
            <Button type="button" look={look} pending>
              {s.act}
            </Button>
            <Button type="button" look={look} disabled>
              {s.act}
            </Button>
            <Button type="button" look={look} reason={s.reason}>
              {s.act}
            </Button>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="button" aria-pressed="true">
            {s.pressed}
          </Button>
          <a href="#buttons" className={buttonClass('plain')}>
            {s.open}
          </a>
          <IconButton icon="gear" label={s.settings} />
          <IconButton icon="gear" label={s.settings} look="plain" size="small" />
          <IconButton icon="refresh" label={s.tip} pending />
          <IconButton icon="gear" label={s.settings} reason={s.reason} />
          <SubmitButton>{s.save}</SubmitButton>
        </div>
      </div>
    </Panel>
  )
}

export function Fields({ s }: { s: Samples }) {
  const domains = ['us.test', 'mail.us.test', 'an-even-longer-sub-domain.of.us.test'].map((value) => ({ value, label: value }))
  return (
    <Panel id="fields" title={s.sections.fields}>
      <div className={grid}>
        <Field id="rest" label={s.address}>
          <Input id="rest" defaultValue={longest} />
        </Field>
        <Field id="wrong" label={`${s.address}: ${s.invalid}`} error={s.addressError}>
          <Input id="wrong" defaultValue="sales" {...errorAttributes('wrong', s.addressError)} />
        </Field>
        <Field id="fixed" label={`${s.address}: ${s.readOnly}`}>
          <Input id="fixed" readOnly defaultValue="sales@us.test" />
        </Field>
        <Field id="off" label={`${s.address}: ${s.disabled}`}>
          <Input id="off" disabled defaultValue="sales@us.test" />
        </Field>
        <Field id="note" label={s.note}>
          <Textarea id="note" rows={2} defaultValue={s.errorDo} />
        </Field>
        <Field id="kept" label={s.kept}>
          <NumberField id="kept" min={1} max={400} defaultValue={30} unit={s.days} />
        </Field>
        <Field id="select" label={s.domain}>
          <Select id="select" options={domains} />
        </Field>
        <Field id="combobox" label={`${s.domain} 2`}>
          <Combobox id="combobox" name="domain" choices={domains.map((d, i) => (i === 1 ? { ...d, hint: s.hint } : d))} placeholder={domains[0]?.label ?? ''} />
        </Field>
        <DateRange
          legend={s.dates}
          names={{ from: 'from', to: 'to' }}
          from="2026-11-17"
          presets={[
            { href: '?since=24h', label: s.day, current: false },
            { href: '?since=7d', label: s.week, current: true },
          ]}
        />
        <FileDrop label={s.file} name="file" accept=".csv" hint={s.fileHint} />
        <FileDrop label={`${s.file}: ${s.invalid}`} name="file2" error={s.addressError} />
        <Secret label={s.key} value="pr_4bYp0nQw9s2VxKc7TfLr8Zd1Hj6Me3Ga" />
      </div>
    </Panel>
  )
}

export function Choices({ s }: { s: Samples }) {
  return (
    <Panel id="choices" title={s.sections.choices}>
      <div className={grid}>
        <div className="flex flex-col">
          <Checkbox label={s.all} defaultChecked hint={s.hint} />
          <Checkbox label={s.some} indeterminate />
          <Checkbox label={s.disabled} disabled />
          <Checkbox label={s.invalid} error={s.addressError} />
        </div>
        <RadioGroup legend={s.policy} error={s.addressError}>
          <Radio name="policy" value="quarantine" label={s.quarantine} hint={s.hint} defaultChecked />
          <Radio name="policy" value="reject" label={s.reject} />
          <Radio name="policy" value="none" label={s.disabled} disabled />
        </RadioGroup>
        <div className="flex flex-col">
          <Switch label={s.rest} />
          <Switch label={s.quarantine} defaultChecked />
          <Switch label={s.disabled} disabled />
        </div>
      </div>
    </Panel>
  )
}
