import { limitNames, megabyte } from '@/lib/core/limit/limits'
import type { SettingName } from '@/lib/core/setting/settings'

/** What a card's form sends, as the input of the verb. A number that is none stays what it is, and the schema refuses it. */
export function settingOf(name: SettingName, form: FormData): unknown {
  const text = (field: string) => String(form.get(field) ?? '').trim()
  const number = (field: string): unknown => (/^\d{1,16}$/.test(text(field)) ? Number(text(field)) : text(field))
  switch (name) {
    case 'registration': {
      const mode = text('mode')
      const allowedDomains = text('allowedDomains').split(/[\s,;]+/).filter(Boolean)
      // "By domain" without a domain would be open to all: refused as a domain that is none.
      return { open: mode !== 'closed', allowedDomains: mode === 'domains' && allowedDomains.length === 0 ? [''] : mode === 'open' ? [] : allowedDomains }
    }
    case 'contact':
      return { text: text('text') }
    case 'deletion':
      return { graceDays: number('graceDays') }
    case 'limits':
      return { usual: limitsOf('usual', form), newcomer: limitsOf('newcomer', form), newcomerDays: number('newcomerDays') }
    case 'sender':
      return { name: text('name'), localPart: text('localPart'), replyTo: text('replyTo') || null }
  }
}

/** An empty field is what the product has by itself; "no limit" goes before a number. */
function limitsOf(side: 'usual' | 'newcomer', form: FormData): Record<string, unknown> {
  const given = limitNames.flatMap((limit): [string, unknown][] => {
    if (form.get(`${side}.${limit}.none`) === 'yes') return [[limit, null]]
    const typed = String(form.get(`${side}.${limit}`) ?? '').trim()
    if (typed === '') return []
    return [[limit, /^\d{1,16}$/.test(typed) ? Number(typed) * (limit === 'storageBytes' ? megabyte : 1) : typed]]
  })
  return Object.fromEntries(given)
}

/** The field of the card at which a problem of the input stands. */
export function fieldOf(path: readonly (string | number)[]): string {
  const [setting, first, second] = path
  if (setting === 'limits' && second !== undefined) return `${first}.${second}`
  return String(first ?? setting ?? '')
}
