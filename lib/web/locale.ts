import { choiceCookie } from './choice-cookie'

export const locales = ['en', 'ja'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = () => choiceCookie('locale')

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/**
 * The reader's language: the one chosen before, else the first of Accept-Language that we speak, by its weight
 * (RFC 9110 §12.5.4), else English.
 */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const ranges = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(p)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return ranges.map((range) => range.language).find(isLocale) ?? 'en'
}
