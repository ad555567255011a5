import type { useTranslations } from 'next-intl'
import type { CardField } from '@/components/setting/card-state'
import { limitNames, megabyte, type Limits } from '@/lib/core/limit/limits'
import type { SettingName } from '@/lib/core/setting/settings'
import type { StandingSettings } from '@/lib/services/setting/read'

type Words = ReturnType<typeof useTranslations<'platform'>>
type UsageWords = ReturnType<typeof useTranslations<'usage'>>

/** The controls of each card, filled with what stands. */
export function cardFields(s: StandingSettings, t: Words, u: UsageWords): Record<SettingName, CardField[]> {
  const { registration, contact, deletion, sender, environment } = s
  const mode = !registration.open ? 'closed' : registration.allowedDomains.length > 0 ? 'domains' : 'open'
  const text = { kind: 'text' } as const
  return {
    registration: [
      { name: 'mode', label: t('registration.who'), kind: 'choice', value: mode, options: (['open', 'domains', 'closed'] as const).map((value) => ({ value, label: t(`registration.${value}`), hint: t(`registration.${value}Hint`) })) },
      { name: 'allowedDomains', label: t('registration.allowed'), kind: 'lines', value: registration.allowedDomains.join('\n'), hint: t('registration.allowedHint') },
    ],
    contact: [{ ...text, name: 'text', label: t('contact.text'), value: contact.text, hint: t('contact.hint') }],
    deletion: [{ name: 'graceDays', label: t('deletion.days'), kind: 'number', value: String(deletion.graceDays), hint: t('deletion.hint') }],
    limits: [...limitFields('usual', s, t, u), ...limitFields('newcomer', s, t, u), { name: 'newcomerDays', label: t('limits.newcomerDays'), kind: 'number', value: String(s.limits.newcomerDays), hint: t('limits.newcomerDaysHint') }],
    sender: [
      { ...text, name: 'name', label: t('sender.name'), value: sender.name },
      { ...text, name: 'localPart', label: t('sender.localPart'), value: sender.localPart, hint: t('sender.localPartHint', { domain: environment.domain }) },
      { ...text, name: 'replyTo', label: t('sender.replyTo'), value: sender.replyTo ?? '', hint: t('sender.replyToHint') },
    ],
  }
}

function limitFields(side: 'usual' | 'newcomer', { limits, limitDefaults }: StandingSettings, t: Words, u: UsageWords): CardField[] {
  const set: Partial<Limits> = limits[side]
  return limitNames.flatMap((name, i): CardField[] => {
    const inUnit = (n: number | null | undefined) => (typeof n === 'number' && name === 'storageBytes' ? n / megabyte : n)
    const usual = inUnit(limitDefaults[side][name]) ?? null
    const value = inUnit(set[name])
    const label = name === 'storageBytes' ? t('limits.megabytes', { limit: u(`limit.${name}`) }) : u(`limit.${name}`)
    return [
      {
        name: `${side}.${name}`,
        label,
        kind: 'number',
        value: value === undefined || value === null ? '' : String(value),
        hint: usual === null ? t('limits.defaultNone') : t('limits.default', { n: usual }),
        ...(i === 0 ? { heading: t(`limits.${side}`) } : {}),
      },
      { name: `${side}.${name}.none`, label: t('limits.none', { limit: label }), kind: 'tick', value: value === null ? 'yes' : '' },
    ]
  })
}
