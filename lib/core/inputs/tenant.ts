import { z } from 'zod'
import { lineOf } from './line'

// Names that the platform uses below its own domain, or that a stranger would take for its operator (RFC 2142 mailbox names among them).
const reserved = new Set([
  'abuse', 'admin', 'administrator', 'api', 'app', 'autoconfig', 'autodiscover', 'billing', 'bounce', 'console', 'dkim', 'dmarc', 'dns', 'feedback', 'ftp', 'help', 'hostmaster',
  'imap', 'info', 'localhost', 'login', 'mail', 'mx', 'noc', 'ns', 'ns1', 'ns2', 'operator', 'pop', 'postmaster', 'postroom', 'relay', 'root', 'security', 'ses', 'smtp', 'spf',
  'ssladmin', 'ssladministrator', 'sslwebmaster', 'status', 'support', 'system', 'u', 'unsubscribe', 'usenet', 'webmaster', 'wpad', 'www',
])

/** A tenant's slug: one DNS label (RFC 1035 §2.3.1), since `<slug>.<platform domain>` receives mail. */
const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,38}$/, 'must have 2 to 39 letters, digits and single hyphens, and begin with a letter')
  .refine((s) => !reserved.has(s), 'is reserved: choose another')

export const NewTenant = z.strictObject({
  slug: Slug,
  name: lineOf(100),
  /** The user who becomes its first owner. */
  ownerId: z.uuid(),
})
export type NewTenant = z.input<typeof NewTenant>

/** What whoever makes a tenant of their own fills in; without a slug one is made from the name. */
export const FoundTenant = z.strictObject({ name: NewTenant.shape.name, slug: z.string().trim().max(100).default('') })
export type FoundTenant = z.input<typeof FoundTenant>

/** A slug from a company's name: ASCII letters and digits of it; empty where it has too few. */
export const proposeSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '')

export const RenameTenant = NewTenant.pick({ name: true })

/** An owner's word that the tenant shall go: its slug, typed. */
export const DeleteOwnTenant = z.strictObject({ confirm: z.string().trim() })
export type DeleteOwnTenant = z.input<typeof DeleteOwnTenant>

/** A test mail, in the language named. */
export const NewTestMail = z.strictObject({ locale: z.enum(['en', 'ja']).default('en') })
