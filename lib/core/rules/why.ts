/** Keys of `message.why` in the catalogues: each is one sentence, which the reader's language says in its own way. */
export const whyKeys = [
  'allEmpty', 'anyEmpty', 'noneEmpty', 'mustNot', 'headerThere', 'missing', 'notCompared', 'verdict', 'verdictNot', 'dmarcPolicy',
  'equals', 'equalsNot', 'startsWith', 'startsWithNot', 'endsWith', 'endsWithNot', 'contains', 'containsNot',
  'notReached', 'switchedOff', 'defaultDraft', 'defaultNone', 'defaultVersion', 'unread', 'unless', 'stoppedByOperator', 'stoppedByDeletion', 'resumed', 'overMessages', 'overStorage', 'room',
] as const
export type WhyKey = (typeof whyKeys)[number]

/** Keys of `message.outcome`. */
export const outcomeKeys = ['virus', 'provisional', 'kept', 'quarantined', 'dropped', 'stopped', 'keepRefused', 'rulesNotRun', 'held', 'afresh'] as const
type OutcomeKey = (typeof outcomeKeys)[number]

/** Keys of `message.reason`. */
export const reasonKeys = ['virus', 'spam', 'dmarc', 'rule', 'default', 'unread', 'released', 'stoppedByOperator', 'stoppedByDeletion', 'overMessages', 'overStorage'] as const
type ReasonKey = (typeof reasonKeys)[number]

/** Values of a sentence. Those of a mail are quoted and cut already (`show`); a list is "one of these". */
export type Params = Record<string, string | number | string[]>

export interface Said<Key extends string> {
  key: Key
  params: Params
}
export type Why = Said<WhyKey>
export type OutcomeCode = Said<OutcomeKey>
export type ReasonCode = Said<ReasonKey>

export const said = <Key extends string>(key: Key, params: Params = {}): Said<Key> => ({ key, params })
