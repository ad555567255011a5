import { config } from '@/lib/config'
import { Refusal } from '@/lib/core/access/refusal'
import { judgeUrl, type UrlProblem } from '@/lib/core/webhook/url'

const messages: Record<UrlProblem, string> = {
  form: 'must be a URL, such as https://example.com/hooks',
  long: 'must have at most 2,000 characters',
  https: 'must begin with https://',
  credentials: 'must not hold a user name or password: check the signature in place of them',
  port: 'must use port 443, or one from 1024 up',
  private: 'must lead to the public internet, not to this network or machine',
}

/** The URL in its normal form. Throws Refusal `invalid`. */
export function checkedUrl(text: string): string {
  const judged = judgeUrl(text, config().webhookAllow)
  if (!('problem' in judged)) return judged.url.href
  const { problem } = judged
  throw new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: ['url'], message: messages[problem], code: problem }])
}
