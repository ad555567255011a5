import { stringify } from 'csv-stringify/sync'

/**
 * Lines of CSV (RFC 4180), each ended by CRLF. What a spreadsheet would run as a formula is led by an apostrophe (OWASP, CSV injection):
 * names and mail are strangers'. A lone CR or LF is quoted too, which the library by itself does for the whole delimiter alone.
 */
export const csvLines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(rows.map((row) => [...row]), { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
