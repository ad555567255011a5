import type { FieldProblem } from '@/lib/core/access/refusal'

/** Keys of `rules.problem`. */
type ProblemKey = 'nameEmpty' | 'nameLong' | 'nameTaken' | 'values' | 'valuesMany' | 'header' | 'actions' | 'actionsMany' | 'stop' | 'many' | 'other'
/** By the name of the form's field, such as `when.0.values`. */
export type FormProblems = Record<string, ProblemKey>

/** What the rule's schema found, at the fields of its form. */
export function ruleProblems(problems: readonly FieldProblem[]): FormProblems {
  const out: FormProblems = {}
  for (const { path, message } of problems) {
    const { name, key } = placed(path, message)
    out[name] ??= key
  }
  return out
}

function placed(path: FieldProblem['path'], message: string): { name: string; key: ProblemKey } {
  const [root] = path
  if (root === 'name') return { name: 'name', key: message.includes('twice') ? 'nameTaken' : message.includes('at most') ? 'nameLong' : 'nameEmpty' }
  if (root === 'actions') {
    if (path.length > 1) return { name: `actions.${path[1]}`, key: message.includes('stop') ? 'stop' : 'other' }
    return { name: 'actions', key: message.includes('at most') ? 'actionsMany' : 'actions' }
  }
  if (root !== 'when' && root !== 'unless') return { name: 'form', key: 'many' }
  const steps: string[] = [root]
  for (const step of path.slice(1)) {
    if (typeof step === 'number' || /^\d+$/.test(step)) steps.push(String(step))
    else if (step === 'values') return { name: [...steps, 'values'].join('.'), key: message.includes('at least') || message.includes('empty') ? 'values' : message.includes('at most') ? 'valuesMany' : path.at(-1) === 'values' ? 'valuesMany' : 'other' }
    else if (step === 'name') return { name: [...steps, 'name'].join('.'), key: 'header' }
    else if (step === 'op' || step === 'field') return { name: [...steps, 'op'].join('.'), key: 'other' }
  }
  return { name: [...steps, 'group'].join('.'), key: message.includes('at most') ? 'many' : 'other' }
}
