import { registrationOf, type Registration } from '@/lib/core/account/registration'
import { graceOf } from '@/lib/core/tenant/grace'
import { contactOf } from './contact'
import { limitSettingOf, type LimitSetting } from './limits'
import { senderOf, type Sender } from './sender'

/** The platform's settings that an operator changes. Others stand in the same table and are the set-up's and the sync's. */
export const settingNames = ['registration', 'contact', 'deletion', 'limits', 'sender'] as const
export type SettingName = (typeof settingNames)[number]

export interface Settings {
  registration: Registration
  contact: { text: string }
  deletion: { graceDays: number }
  limits: LimitSetting
  sender: Sender
}

/** What holds, of what is stored under each name. */
export const settingsOf = (stored: (name: SettingName) => unknown): Settings => ({
  registration: registrationOf(stored('registration')),
  contact: contactOf(stored('contact')),
  deletion: graceOf(stored('deletion')),
  limits: limitSettingOf(stored('limits')),
  sender: senderOf(stored('sender')),
})
