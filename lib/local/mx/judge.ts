import type { Cloud } from '@/lib/local/aws/contracts'
import { log } from '@/lib/log'
import { authenticate, UNCHECKED, type Authentication, type Client } from './authenticate'
import type { Head } from './head'
import { applyOverride, takeOverride, type Override } from './local-verdict'
import { parseMail } from './mime'
import { scan, UNREADABLE, type Scan } from './scan'
import { dkimVerdict, dmarcVerdict, spfVerdict, type Verdicts } from './verdicts'

/** A mail with what SES thinks of it. */
export interface Judged {
  /** Without the verdict switch. */
  raw: Buffer
  head: Head
  subject: string | undefined
  authentication: Authentication
  override: Override
  verdicts: Verdicts
}

// A mail that no checker can digest is taken in all the same: SES says PROCESSING_FAILED and refuses nothing for it.
function orElse<T>(instead: T, what: string): (error: unknown) => T {
  return (err) => {
    log.warn({ err }, `The local MX could not ${what} a mail; its verdicts are PROCESSING_FAILED.`)
    return instead
  }
}

/**
 * Parses a mail once, scans it where `scanNeeded`, and checks SPF, DKIM and DMARC. The verdict switch goes over the results.
 * Never refuses a mail for what it is.
 */
export async function judge(cloud: Pick<Cloud, 'dns' | 'region'>, sent: Buffer, client: Client, scanNeeded: boolean): Promise<Judged> {
  const { raw, head, override } = takeOverride(sent)
  const mta = `inbound-smtp.${cloud.region}.amazonaws.com`
  const parsed = await parseMail(scanNeeded ? raw : raw.subarray(0, head.bodyStart))
  const scanned: Scan = scanNeeded ? await scan(raw, parsed).catch(orElse(UNREADABLE, 'scan')) : { spam: 'DISABLED', virus: 'DISABLED' }
  const checks = authenticate({ raw, head, client, dns: cloud.dns, mta })
  const authentication = await checks.catch(orElse(UNCHECKED, 'authenticate'))
  const { spf, dkim, dmarc } = authentication
  const found: Verdicts = {
    ...scanned,
    spf: spfVerdict(spf.result),
    dkim: dkimVerdict(dkim.signatures, dkim.unreadable),
    ...dmarcVerdict(dmarc.result, dmarc.policy),
  }
  return { raw, head, override, authentication, verdicts: applyOverride(found, override), subject: parsed?.subject }
}
