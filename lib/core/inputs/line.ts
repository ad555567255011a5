import { z } from 'zod'

// C0, DEL, C1, the two Unicode line ends, and what turns the direction of all text after it, which a mail's subject cannot isolate.
const oneLine = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/

/** A name of something, on one line: it ends in subjects of mail, in lists and in logs. Every field `name` is made of this; a test looks. */
export const lineOf = (max: number, missing = 'needs a name', min = 1) =>
  z.string().trim().min(min, missing).max(max, `must have at most ${max} characters`).regex(oneLine, 'must be one line without control characters')
