// To make a formatter takes a hundred times as long as to use it (0.1 ms and more), and a page of the log needs hundreds: they are kept.
// A reader's zone and language are part of the key, so their number has an end.
const most = 500

function kept<Options, Formatter>(make: (locale: string, options: Options) => Formatter): (locale: string, options: Options) => Formatter {
  const made = new Map<string, Formatter>()
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`
    const found = made.get(key)
    if (found) return found
    if (made.size >= most) made.clear()
    const formatter = make(locale, options)
    made.set(key, formatter)
    return formatter
  }
}

/** As `new Intl.DateTimeFormat`; name the zone. Throws RangeError for one that is unknown. */
export const dateFormat = kept((locale, options: Intl.DateTimeFormatOptions & { timeZone: string }) => new Intl.DateTimeFormat(locale, options))

/** As `new Intl.NumberFormat`. */
export const numberFormat = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))

/** "a, b or c". */
export const disjunction = kept((locale, _: 'or') => new Intl.ListFormat(locale, { type: 'disjunction' }))
