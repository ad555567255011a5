'use client'

import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Button } from '@/components/ui/button'
import { errorAttributes, Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Input, Select } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { fields, groups, isGroup, mayNest, opsOf, type GroupNode, type Node, type TestNode } from '@/lib/core/rules/form'
import type { FormProblems } from '@/lib/core/rules/form-problems'
import { verdictWords, type VerdictName } from '@/lib/core/rules/verdict'

interface FieldsProps {
  path: string
  problems: FormProblems
  readOnly: boolean
  /** Changes the form at once; without script the button sends it instead. */
  command: (command: string) => (event: { preventDefault: () => void }) => void
}

/** ALL, ANY or NONE of some conditions, and groups within. */
export function GroupFields({ node, path, problems, readOnly, command, onChange, label }: FieldsProps & { node: GroupNode; label: string; onChange: (node: GroupNode) => void }) {
  const t = useTranslations('rules')
  const nested = path.includes('.')
  const put = (i: number) => (inner: Node) => onChange({ ...node, of: node.of.with(i, inner) })
  const problem = problems[`${path}.group`]
  return (
    <div role="group" aria-label={label} className={nested ? 'flex min-w-0 flex-col gap-2 rounded-control border border-line p-2' : 'flex min-w-0 flex-col gap-2'}>
      <div className="flex items-center justify-between gap-2">
        <Select
          id={`${path}.group`}
          name={`${path}.group`}
          aria-label={`${label}: ${t('groupLabel')}`}
          value={node.group}
          onChange={(event) => onChange({ ...node, group: groups.find((g) => g === event.target.value) ?? 'all' })}
          options={groups.map((group) => ({ value: group, label: t(`group.${group}`) }))}
          className="!w-auto max-w-full"
          {...errorAttributes(`${path}.group`, problem)}
        />
        {nested && !readOnly && <IconButton type="submit" formNoValidate name="do" value={`remove:${path}`} onClick={command(`remove:${path}`)} icon="bin" label={t('removeGroup')} />}
      </div>
      {problem && (
        <p id={`${path}.group-error`} className="text-table text-bad">
          {t(`problem.${problem}`)}
        </p>
      )}
      {node.of.length === 0 && <p className="text-table text-ink-2">{t(`emptyGroup.${node.group}`)}</p>}
      <ol className="flex min-w-0 flex-col gap-2 border-l-2 border-line pl-2 sm:pl-3">
        {node.of.map((inner, i) => (
          <li key={i} className="min-w-0">
            {isGroup(inner) ? (
              <GroupFields node={inner} path={`${path}.${i}`} {...{ problems, readOnly, command }} onChange={put(i)} label={`${label} ${i + 1}`} />
            ) : (
              <TestFields node={inner} path={`${path}.${i}`} {...{ problems, readOnly, command }} onChange={put(i)} label={`${label}: ${t('condition', { n: i + 1 })}`} />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" formNoValidate name="do" value={`test:${path}`} onClick={command(`test:${path}`)}>
            <Icon name="plus" />
            {t('addCondition')}
          </Button>
          {mayNest(path) && (
            <Button size="small" look="quiet" formNoValidate name="do" value={`group:${path}`} onClick={command(`group:${path}`)}>
              <Icon name="plus" />
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function TestFields({ node, path, problems, readOnly, command, onChange, label }: FieldsProps & { node: TestNode; label: string; onChange: (node: TestNode) => void }) {
  const t = useTranslations('rules')
  const m = useTranslations('messages')
  const ops = opsOf(node.field)
  const op = ops.includes(node.op) ? node.op : 'equals'
  const verdict = node.field.startsWith('verdict.') ? (node.field.slice('verdict.'.length) as VerdictName) : null
  const error = (part: string) => {
    const key = problems[`${path}.${part}`]
    return key && t(`problem.${key}`)
  }
  const chosen = node.values.split('\n')
  const setField = (name: string) => {
    const field = fields.find((f) => f === name) ?? 'subject'
    const other = field.startsWith('verdict.') !== node.field.startsWith('verdict.')
    onChange({ ...node, field, op: opsOf(field).includes(node.op) ? node.op : 'equals', values: other ? '' : node.values })
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 rounded-control bg-sunken p-2">
      <legend className="sr-only">{label}</legend>
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
          <Field id={`${path}.field`} label={t('fieldLabel')}>
            <Select id={`${path}.field`} name={`${path}.field`} value={node.field} onChange={(event) => setField(event.target.value)} options={fields.map((f) => ({ value: f, label: t(`field.${f}`) }))} />
          </Field>
          <Field id={`${path}.op`} label={t('opLabel')} error={error('op')}>
            <Select
              id={`${path}.op`}
              name={`${path}.op`}
              value={op}
              onChange={(event) => onChange({ ...node, op: ops.find((o) => o === event.target.value) ?? 'equals' })}
              options={ops.map((o) => ({ value: o, label: t(`op.${o}`) }))}
              {...errorAttributes(`${path}.op`, error('op'))}
            />
          </Field>
        </div>
        {!readOnly && <IconButton type="submit" formNoValidate name="do" value={`remove:${path}`} onClick={command(`remove:${path}`)} icon="bin" label={t('removeCondition')} className="mt-5" />}
      </div>
      {node.field === 'header' && (
        <Field id={`${path}.name`} label={t('headerLabel')} error={error('name')}>
          <Input id={`${path}.name`} name={`${path}.name`} value={node.name} onChange={(event) => onChange({ ...node, name: event.target.value })} className="font-mono" autoComplete="off" spellCheck={false} {...errorAttributes(`${path}.name`, error('name'))} />
        </Field>
      )}
      {verdict ? (
        <fieldset id={`${path}.values`} tabIndex={-1} className="min-w-0" {...(error('values') ? { 'aria-describedby': `${path}.values-error` } : {})}>
          <legend className="text-meta font-medium text-ink-2">{t('verdictLabel')}</legend>
          <div className="flex flex-wrap gap-x-4">
            {verdictWords.map((word) => (
              <label key={word} className="choice">
                <input
                  type="checkbox"
                  className="choice-mark"
                  name={`${path}.values`}
                  value={word}
                  checked={chosen.includes(word)}
                  onChange={(event) => onChange({ ...node, values: verdictWords.filter((w) => (w === word ? event.target.checked : chosen.includes(w))).join('\n') })}
                />
                <span>{m(`word.${verdict}.${word}`)}</span>
              </label>
            ))}
          </div>
          {error('values') && (
            <p id={`${path}.values-error`} className="text-table text-bad">
              {error('values')}
            </p>
          )}
        </fieldset>
      ) : op === 'exists' ? null : (
        <Field id={`${path}.values`} label={t('valuesLabel')} error={error('values')}>
          <Textarea id={`${path}.values`} name={`${path}.values`} rows={1} mono value={node.values} onChange={(event) => onChange({ ...node, values: event.target.value })} autoCapitalize="none" spellCheck={false} {...errorAttributes(`${path}.values`, error('values'))} />
        </Field>
      )}
    </fieldset>
  )
}
