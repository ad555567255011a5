import type { ReceiptRule } from '@aws-sdk/client-ses'
import { AwsError, type Action } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { required, strings, text } from './input'
import { requireRuleName, requireRuleSetName, ruleName, ruleSetName } from './names'
import { checkShape, readSentRule, toReceiptRule } from './rule'
import { serial } from './serial'
import { announce, checkMeaning, type Targets } from './targets'
import { nameCharacters, Violations } from './violations'

/** DG:quotas, per account and Region. */
const MAX_RULES = 200
const MAX_RULE_SETS = 40
/** RuleNames of a reorder may be longer than a rule's name can be. */
const MAX_REORDER_NAME = 100

interface RuleSet {
  name: string
  createdAt: Date
  rules: ReceiptRule[]
}

/**
 * Receipt rule sets and their rules. Every change runs alone: it reads, checks in SES's order (shape, names, existence, limits, targets),
 * and writes the whole set in one durable put, so that a reader never sees half a change.
 */
export function createRuleSets(store: Store, targets: Targets) {
  const sets = store.table<RuleSet>('ses.ruleSets')
  const account = store.table<string>('ses.account')
  const alone = serial()
  let active: RuleSet | undefined | 'unread' = 'unread'

  const find = (name: string): RuleSet => {
    const set = sets.get(name)
    if (!set) throw new AwsError('RuleSetDoesNotExist', `Rule set does not exist: ${name}`, 400, 'Sender', { Name: name })
    return set
  }
  const indexOf = (rules: ReceiptRule[], name: string): number => {
    const i = rules.findIndex((r) => r.Name === name)
    if (i < 0) throw new AwsError('RuleDoesNotExist', `Rule does not exist: ${name}`, 400, 'Sender', { Name: name })
    return i
  }
  const save = async (set: RuleSet): Promise<Record<string, never>> => {
    await sets.put(set.name, set)
    active = 'unread'
    return {}
  }
  const create = async (name: string, rules: () => ReceiptRule[]) => {
    if (sets.get(name)) throw new AwsError('AlreadyExists', `Rule set already exists: ${name}`, 400, 'Sender', { Name: name })
    const copied = rules()
    if (sets.getCount() >= MAX_RULE_SETS) throw new AwsError('LimitExceeded', 'Too many rule sets')
    return save({ name, createdAt: targets.now(), rules: copied })
  }
  const describe = (set: RuleSet) => ({ Metadata: { Name: set.name, CreatedTimestamp: set.createdAt }, Rules: set.rules })

  const readActive = (): RuleSet | undefined => {
    if (active === 'unread') {
      const name = account.get('activeRuleSet')
      active = name === undefined ? undefined : sets.get(name)
    }
    return active
  }

  const actions: Record<string, Action> = {
    CreateReceiptRuleSet: (input) => {
      const name = ruleSetName(input)
      return alone(() => create(name, () => []))
    },

    CloneReceiptRuleSet: (input) => {
      const target = required(input, 'RuleSetName')
      const source = required(input, 'OriginalRuleSetName')
      const violations = new Violations()
      violations.name(source, 'originalRuleSetName')
      violations.name(target, 'ruleSetName')
      violations.throwIfAny()
      requireRuleSetName(target)
      requireRuleSetName(source)
      return alone(() => create(target, () => find(source).rules))
    },

    DeleteReceiptRuleSet: (input) => {
      const name = ruleSetName(input)
      return alone(async () => {
        if (account.get('activeRuleSet') === name)
          throw new AwsError('CannotDelete', `Cannot delete active rule set: ${name}`, 400, 'Sender', { Name: name })
        await sets.remove(name)
        return {}
      })
    },

    ListReceiptRuleSets: () => ({
      RuleSets: [...sets.getRange()]
        .map(({ value: s }) => s)
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.name < b.name ? -1 : 1))
        .map((s) => ({ Name: s.name, CreatedTimestamp: s.createdAt })),
    }),

    DescribeReceiptRuleSet: (input) => describe(find(ruleSetName(input))),

    DescribeActiveReceiptRuleSet: () => {
      const set = readActive()
      return set ? describe(set) : {}
    },

    SetActiveReceiptRuleSet: (input) => {
      const off = (text(input, 'RuleSetName') ?? '').trim() === ''
      const name = off ? undefined : ruleSetName(input)
      return alone(async () => {
        if (name === undefined) await account.remove('activeRuleSet')
        else await account.put('activeRuleSet', find(name).name)
        active = 'unread'
        return {}
      })
    },

    ReorderReceiptRuleSet: (input) => {
      const name = required(input, 'RuleSetName')
      const names = strings(input['RuleNames'])
      const violations = new Violations()
      violations.name(name, 'ruleSetName')
      if (names.some((n) => n === '' || n.length > MAX_REORDER_NAME || !nameCharacters.test(n)))
        violations.add(
          'ruleNames',
          `Member must satisfy constraint: [Member must have length less than or equal to ${MAX_REORDER_NAME}, ` +
            `Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${nameCharacters.source}]`,
        )
      violations.throwIfAny()
      requireRuleSetName(name)
      return alone(() => {
        const set = find(name)
        const position = new Map<string, number>()
        for (const n of names) {
          if (position.has(n)) throw new AwsError('InvalidParameterValue', `Multiple positions found for rule: ${n}`)
          position.set(n, position.size)
        }
        const missing = set.rules.map((r) => r.Name ?? '').filter((n) => !position.has(n))
        if (missing.length > 0) throw new AwsError('InvalidParameterValue', `Positions for rules not found: ${missing.join(', ')}`)
        return save({ ...set, rules: names.map((n) => set.rules[indexOf(set.rules, n)]).filter((r) => r !== undefined) })
      })
    },

    CreateReceiptRule: (input) => {
      const name = ruleSetName(input)
      const after = text(input, 'After')
      const sent = readSentRule(input)
      const violations = new Violations()
      violations.name(after, 'after')
      checkShape(sent, violations)
      violations.throwIfAny()
      const rule = toReceiptRule(sent)
      requireRuleName(rule.Name ?? '')
      return alone(async () => {
        const set = find(name)
        if (set.rules.some((r) => r.Name === rule.Name))
          throw new AwsError('AlreadyExists', `Rule already exists: ${rule.Name}`, 400, 'Sender', { Name: rule.Name ?? '' })
        if (set.rules.length >= MAX_RULES) throw new AwsError('LimitExceeded', 'Too many rules')
        const at = after === undefined ? 0 : indexOf(set.rules, after) + 1
        checkMeaning(rule, targets)
        await announce(rule, targets)
        return save({ ...set, rules: set.rules.toSpliced(at, 0, rule) })
      })
    },

    UpdateReceiptRule: (input) => {
      const name = ruleSetName(input)
      const sent = readSentRule(input)
      const violations = new Violations()
      checkShape(sent, violations)
      violations.throwIfAny()
      const rule = toReceiptRule(sent)
      requireRuleName(rule.Name ?? '')
      return alone(async () => {
        const set = find(name)
        const at = indexOf(set.rules, rule.Name ?? '')
        checkMeaning(rule, targets)
        await announce(rule, targets)
        return save({ ...set, rules: set.rules.with(at, rule) })
      })
    },

    DeleteReceiptRule: (input) => {
      const name = ruleSetName(input)
      const rule = ruleName(input)
      return alone(() => {
        const set = find(name)
        return save({ ...set, rules: set.rules.filter((r) => r.Name !== rule) })
      })
    },

    DescribeReceiptRule: (input) => {
      const name = ruleSetName(input)
      const rule = ruleName(input)
      const { rules } = find(name)
      return { Rule: rules[indexOf(rules, rule)] }
    },

    SetReceiptRulePosition: (input) => {
      const name = ruleSetName(input)
      const rule = text(input, 'RuleName')
      const after = text(input, 'After')
      if (rule === undefined) throw new AwsError('InvalidParameterValue', 'RuleName is required.')
      const violations = new Violations()
      violations.name(rule, 'ruleName')
      violations.name(after, 'after')
      violations.throwIfAny()
      requireRuleName(rule)
      return alone(() => {
        const set = find(name)
        const moved = set.rules[indexOf(set.rules, rule)]
        if (!moved || rule === after) return {}
        const others = set.rules.filter((r) => r !== moved)
        const at = after === undefined ? 0 : indexOf(others, after) + 1
        return save({ ...set, rules: others.toSpliced(at, 0, moved) })
      })
    },
  }

  return {
    actions,
    active: () => readActive(),
    /** All sets, the rules in order, for the pages that a person reads. */
    all: () => [...sets.getRange()].map(({ value: s }) => ({ name: s.name, active: readActive()?.name === s.name, rules: s.rules })),
  }
}
