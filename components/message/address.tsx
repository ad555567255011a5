import { domainToUnicode } from 'node:url'
import { MailText } from './mail-text'

/** An address as it stands; one with an A-label domain (RFC 5890) shows its readable form beside it. */
export function Address({ value }: { value: string }) {
  const at = value.lastIndexOf('@')
  const domain = value.slice(at + 1)
  const readable = /(^|\.)xn--/i.test(domain) ? domainToUnicode(domain) : ''
  return (
    <span className="font-mono wrap-anywhere">
      <MailText text={value} />
      {readable && readable !== domain && (
        <>
          {' '}
          <span className="text-ink-3">
            (<MailText text={value.slice(0, at + 1) + readable} />)
          </span>
        </>
      )}
    </span>
  )
}
