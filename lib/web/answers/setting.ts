import { z } from 'zod'
import { limitNames } from '@/lib/core/limit/limits'
import { settingNames } from '@/lib/core/setting/settings'

const limit = z.number().nullable().describe('Null: no limit.')
const some = z.partialRecord(z.enum(limitNames), limit)
const all = z.object(Object.fromEntries(limitNames.map((name) => [name, limit])) as Record<(typeof limitNames)[number], typeof limit>)

export const PlatformSettingsAnswer = z.object({
  revision: z.number().int().describe('The ETag: one more with each change.'),
  versions: z.object(Object.fromEntries(settingNames.map((name) => [name, z.number().int()])) as Record<(typeof settingNames)[number], z.ZodNumber>),
  registration: z.object({ open: z.boolean().describe('False: by invitation alone.'), allowedDomains: z.array(z.string()).describe('Empty: any domain.') }),
  contact: z.object({ text: z.string().describe('Whom the people of a tenant can ask, as they are shown it.') }),
  deletion: z.object({ graceDays: z.number().int().describe('Days between the word that a tenant shall go and its end.') }),
  limits: z.object({ usual: some, newcomer: some, newcomerDays: z.number().int() }).describe("What is set. A tenant's own limits go before these, and these before the defaults."),
  sender: z.object({ name: z.string(), localPart: z.string(), replyTo: z.string().nullable() }).describe("From whom the product's own mail comes."),
  limitDefaults: z.object({ usual: all, newcomer: all, newcomerDays: z.number().int() }),
  environment: z
    .object({
      aws: z.enum(['live', 'local']),
      region: z.string(),
      sendingRegion: z.string(),
      url: z.string(),
      domain: z.string(),
      logInProviders: z.array(z.string()),
      dnsServers: z.array(z.string()),
      webhookAllow: z.array(z.string()),
      metricsToken: z.boolean(),
    })
    .describe('What the environment of the processes fixes; it is not changed here.'),
})
