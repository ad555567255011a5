import { z } from 'zod'
import { Registration } from '@/lib/core/account/registration'
import { Contact } from '@/lib/core/setting/contact'
import { LimitSetting } from '@/lib/core/setting/limits'
import { Sender } from '@/lib/core/setting/sender'
import { Deletion } from '@/lib/core/tenant/grace'

/** Settings of the platform: each that is named is replaced whole, the others stay. */
export const PlatformSettings = z.strictObject({
  registration: Registration.optional(),
  contact: Contact.optional(),
  deletion: Deletion.optional(),
  limits: LimitSetting.optional(),
  sender: Sender.optional(),
})

/** `ifRevision`: of all settings as they were read; `ifVersion`: of each that is named. */
export const ChangeSettings = PlatformSettings.extend({ ifRevision: z.number().int().min(0).optional(), ifVersion: z.coerce.number().int().min(0).optional() })
export type ChangeSettings = z.input<typeof ChangeSettings>
