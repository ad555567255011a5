/** What conditions look at. Values are as in the mail, decoded; comparison folds them. */
export interface Facts {
  /** The full envelope recipient. */
  recipient: string
  /** The recipient without its +tag. */
  mailbox: string
  /** Envelope reverse-path; '' for the null reverse-path. */
  mailFrom: string
  /** Every address of the From header fields. */
  from: readonly string[]
  subject: string
  /** Values by field name in lower case. */
  headers: ReadonlyMap<string, readonly string[]>
}

// A hostile mail may carry megabytes in one field, and a rule set many thousand values: what is compared has an end.
const longest = 4096
const mostValues = 50
// `contains` walks the value. 20 million characters are some 0.2 s; ordinary rule sets take a few thousand.
const budget = 20_000_000

/** Comparison is by NFC, without case. */
export const fold = (text: string): string => text.slice(0, longest).normalize('NFC').toLowerCase()

export type TextField = 'recipient' | 'mailbox' | 'mailFrom' | 'from' | 'subject' | 'header'

interface Values {
  shown: readonly string[]
  folded: string[]
}

/** The facts with their folded forms, each folded once. */
export class FoldedFacts {
  private spent = 0
  private readonly seen = new Map<string, Values>()

  constructor(private readonly facts: Facts) {}

  /** Values of a field; `name` for `header`. */
  values(field: TextField, name = ''): Values {
    const key = `${field} ${name.toLowerCase()}`
    let found = this.seen.get(key)
    if (!found) {
      const shown = this.raw(field, name.toLowerCase()).slice(0, mostValues)
      found = { shown, folded: shown.map(fold) }
      this.seen.set(key, found)
    }
    return found
  }

  /** Whether so many characters more may be walked. Once refused, always refused: the decision stays the same in each run. */
  afford(characters: number): boolean {
    this.spent += characters
    return this.spent <= budget
  }

  private raw(field: TextField, name: string): readonly string[] {
    const { facts } = this
    switch (field) {
      case 'recipient':
        return [facts.recipient]
      case 'mailbox':
        return [facts.mailbox]
      case 'mailFrom':
        return [facts.mailFrom]
      case 'from':
        return facts.from
      case 'subject':
        return [facts.subject]
      default:
        return facts.headers.get(name) ?? []
    }
  }
}
