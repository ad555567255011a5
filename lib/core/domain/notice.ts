import { graceEnd, graceHours } from './status'

/**
 * What stands between a claim with its proof and its tenant: another owner whose proof stands too (`taken`) or may stand in a cache
 * (`contested`), or the word of whoever owns the domain above.
 */
export type Hold = 'taken' | 'contested' | 'asked' | 'refused' | 'withdrawn'

const holds: Record<Hold, string> = {
  taken:
    'Your proof is right, but the domain belongs to another tenant of this installation, whose proof stands beside yours, and a domain has one owner at most. It stays pending. Remove the other `pr=` value from the TXT record, and the next check moves the domain to you.',
  contested: 'Your proof is right and stands alone. The domain belongs to another tenant still: it moves to you once no cache can remember an older state of the record.',
  asked: 'Your proof is right. The domain above belongs to another tenant of this installation, who is asked for consent: the domain is verified once that is given.',
  refused: 'Your proof is right, but the owner of the domain above has refused consent: ask them outside of Postroom. They can still grant it.',
  withdrawn: 'The owner of the domain above has taken the consent back: ask them outside of Postroom. They can grant it again.',
}

interface Row {
  status: string
  consent: string | null
  failingAt: Date | null
  lapsedAt: Date | null
  lostAt: Date | null
}

/** What the API says beside the records, in English. */
export function noticeOf({ status, consent, failingAt, lapsedAt, lostAt }: Row, hold: Hold | null): string | null {
  if (hold) return holds[hold]
  if (status === 'failing') {
    const why = consent === 'withdrawn' ? holds.withdrawn : 'The proof is gone: put the records right.'
    if (lapsedAt) return `${why} It lasted more than ${graceHours} hours, so no mail is taken for the domain any more; once it is right again, mail is taken again by itself.`
    return failingAt ? `${why} Mail is still taken until ${graceEnd(failingAt).toISOString()}.` : why
  }
  if (status === 'pending' && lostAt)
    return 'Another tenant has proved this domain, and your proof was gone from its DNS: it is theirs now. Mail that you have stays. If the DNS is yours, put the new ownership record there in place of the other, and check.'
  return null
}
