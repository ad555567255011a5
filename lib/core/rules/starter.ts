import type { Rule } from './rule'

export const starters = ['spam', 'dmarc', 'partner'] as const
type Starter = (typeof starters)[number]

/** Rules to begin with. The caller gives the name, in the reader's language. */
export function starterRule(starter: Starter, name: string): Rule {
  const rule = (when: Rule['when'], action: 'keep' | 'quarantine', stop = false): Rule => ({
    name,
    enabled: true,
    when,
    actions: [{ type: action }, ...(stop ? [{ type: 'stop' as const }] : [])],
  })
  switch (starter) {
    case 'spam':
      return rule({ field: 'verdict.spam', op: 'equals', values: ['GRAY'] }, 'quarantine')
    case 'dmarc':
      return rule({ field: 'verdict.dmarc', op: 'equals', values: ['FAIL'] }, 'quarantine')
    // DMARC must pass: a From that anybody can write is no reason to keep a mail.
    case 'partner':
      return rule({ all: [{ field: 'from', op: 'ends_with', values: ['@partner.example'] }, { field: 'verdict.dmarc', op: 'equals', values: ['PASS'] }] }, 'keep', true)
  }
}
