/** The key of a mail in a bucket: SES sets the slash between prefix and message id, unless the prefix ends in one. */
export const objectKey = (prefix: string | undefined, messageId: string): string =>
  prefix === undefined || prefix === '' ? messageId : prefix.endsWith('/') ? prefix + messageId : `${prefix}/${messageId}`
