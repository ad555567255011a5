import { said, type Params, type Said } from '@/lib/core/rules/why'

/** Keys of `operator.reason`: why a plan was made. */
export const planReasonKeys = ['operator', 'domainVerified', 'domainRemoved', 'domainMoved', 'domainLapsed', 'domainRecovered', 'receivingSetUp', 'regularLook', 'afterStale', 'changedLate'] as const
export type PlanReasonKey = (typeof planReasonKeys)[number]
export type PlanReason = Said<PlanReasonKey>

/** Keys of `operator.note`: why a plan waits, failed or went stale. */
export const planNoteKeys = [
  'foreignSet', 'switchedOff', 'firstPlan', 'newer', 'changedSince', 'notNeeded', 'notSetUp', 'tooManyRules', 'tooManyEntries', 'tooManyRecipients', 'noRecipient',
  'twice', 'tooManyRuleSets', 'copyDiffers', 'noRule', 'refused', 'triedAgain',
] as const
type PlanNoteKey = (typeof planNoteKeys)[number]
export type PlanNote = Said<PlanNoteKey>

type Sentences<Key extends string> = Record<Key, (p: Params) => string>

// The API speaks English; the catalogues say the same in each language.
const reasons: Sentences<PlanReasonKey> = {
  operator: () => 'An operator asked for it.',
  domainVerified: () => 'A domain was verified.',
  domainRemoved: () => 'A domain was removed.',
  domainMoved: () => 'A domain was proved by a new owner.',
  domainLapsed: () => 'The grace of a failing domain is over.',
  domainRecovered: () => 'A domain whose grace was over is verified again.',
  receivingSetUp: () => 'Receiving was set up.',
  regularLook: () => 'The regular look at what SES has found a difference.',
  afterStale: (p) => `Plan ${p['plan']} was stale.`,
  changedLate: (p) => `${p['set']} was changed in the second in which plan ${p['plan']} replaced it.`,
}

const notes: Sentences<PlanNoteKey> = {
  foreignSet: (p) => `The active receipt rule set ${p['set']} was made by another program, and is met for the first time: its rules are kept as they are. Apply the plan to go on.`,
  switchedOff: () => 'Somebody has switched receiving off: no receipt rule set is active. Apply the plan to switch it on again.',
  firstPlan: () => 'It is the first plan on this AWS account: read it, then apply it.',
  newer: () => 'A newer plan has taken its place.',
  changedSince: () => 'What it was made from has changed since: nothing was switched, and a new plan was made.',
  notNeeded: () => 'SES is as planned without it: it switched nothing.',
  notSetUp: () => 'Receiving is not set up: there is no bucket and no topic yet. Run `npm run aws:setup`, then make a new plan.',
  tooManyRules: (p) => `${p['n']} receipt rules are needed (${p['ours']} of ours, ${p['foreign']} foreign), and SES takes ${p['most']} in a rule set.`,
  tooManyEntries: (p) => `${p['n']} recipient entries are needed, and SES takes ${p['most']} in a rule set.`,
  tooManyRecipients: (p) => `The receipt rule ${p['rule']} needs ${p['n']} recipients, and SES takes ${p['most']} in a rule.`,
  noRecipient: (p) => `The receipt rule ${p['rule']} has no recipient: it would take the mail of every verified domain.`,
  twice: (p) => `The entry ${p['entry']} stands in two rules of ours: its mail would be handled twice.`,
  tooManyRuleSets: (p) => `The account has ${p['n']} receipt rule sets that are not ours, and SES takes ${p['most']}: delete one that is not used.`,
  copyDiffers: (p) => `The changed copy ${p['set']} is not what the plan says: make a new plan.`,
  noRule: (p) => `The plan's target has no receipt rule ${p['rule']}: make a new plan.`,
  refused: (p) => String(p['error']),
  triedAgain: (p) => `${p['error']} It is tried again.`,
}

/** A reason as a job carries it, or as an older version wrote it; a sentence that is none of ours stays what it is. */
export function reasonOf(text: string): PlanReason | string {
  const key = planReasonKeys.find((k) => k === text || (plainReasons.has(k) && reasons[k]({}) === text))
  return key ? said(key) : text
}
/** Those that say the same each time. */
const plainReasons = new Set<PlanReasonKey>(['operator', 'domainVerified', 'domainRemoved', 'domainMoved', 'domainLapsed', 'domainRecovered', 'receivingSetUp', 'regularLook'])

export const sayReason = ({ key, params }: PlanReason): string => reasons[key](params)
export const sayNote = ({ key, params }: PlanNote): string => notes[key](params)
export const sayNotes = (list: readonly PlanNote[]): string => list.map(sayNote).join(' ')
