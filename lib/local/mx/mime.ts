import { simpleParser, type ParsedMail } from 'mailparser'

// SES's own limit of MIME parts per message (SES Developer Guide, quotas).
const MAX_PARTS = 500

/** Parses a mail, its attachments decoded; undefined for one that cannot be parsed (too many parts, a header above 1 MB). */
export async function parseMail(raw: Buffer): Promise<ParsedMail | undefined> {
  try {
    return await simpleParser(raw, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      keepCidLinks: true,
      checksumAlgo: false,
      maxChildNodes: MAX_PARTS,
    })
  } catch {
    return undefined
  }
}
