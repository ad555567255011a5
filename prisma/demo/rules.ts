import type { Rule } from '@/lib/core/rules/rule'

/** The demo tenant's rules: an allow list, two that set aside, one that drops. */
export const demoRules: Rule[] = [
  {
    name: 'Harbor is a partner',
    enabled: true,
    when: { all: [{ field: 'from', op: 'ends_with', values: ['@harbor.example'] }, { field: 'verdict.dmarc', op: 'equals', values: ['PASS'] }] },
    actions: [{ type: 'keep' }, { type: 'stop' }],
  },
  {
    name: 'Bank details only from partners',
    enabled: true,
    when: { any: [{ field: 'subject', op: 'contains', values: ['bank details', 'new account'] }] },
    actions: [{ type: 'quarantine' }, { type: 'stop' }],
  },
  {
    name: 'Newsletters go to news',
    enabled: true,
    when: { all: [{ field: 'header', name: 'List-Id', op: 'exists' }], },
    actions: [{ type: 'keep' }],
  },
  {
    name: 'No prizes, please',
    enabled: true,
    when: { all: [{ field: 'subject', op: 'contains', values: ['you have been chosen'] }, { none: [{ field: 'verdict.spam', op: 'equals', values: ['PASS'] }] }] },
    actions: [{ type: 'drop' }],
  },
]
