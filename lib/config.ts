import { createHash, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback)
const list = z
  .string()
  .default('')
  .transform((s) => s.split(',').map((v) => v.trim()).filter(Boolean))
const url = z.url({ protocol: /^https?$/ })

const Environment = z
  .object({
    PORT: port(3000),
    LOCAL_AWS_PORT: port(4566),
    LOCAL_SMTP_PORT: port(2525),
    LOCAL_AWS_SMTP_RELAY: z.string().optional(),
    POSTROOM_HOME: z.string().default('.postroom'),
    POSTROOM_URL: url.optional(),
    POSTROOM_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
    POSTROOM_KEY_OLD: list.pipe(z.array(z.string().min(32, 'must have at least 32 characters each')).max(10, 'takes at most 10 keys')),
    POSTROOM_KEY_LOST: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
    POSTROOM_DOMAIN: z.string().default('postroom.test'),
    POSTROOM_AWS: z.enum(['local', 'live']).default('local'),
    POSTROOM_SNS_CERT_ORIGIN: url.optional(),
    POSTROOM_WEBHOOK_ALLOW: list,
    POSTROOM_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    POSTROOM_CORPORA: z.string().optional(),
    AWS_REGION: z.string().default('us-east-1'),
    POSTROOM_SENDING_REGION: z.string().optional(),
    DNS_SERVERS: list,
    POSTROOM_OIDC_ISSUER: url.optional(),
    POSTROOM_OIDC_CLIENT_ID: z.string().optional(),
    POSTROOM_OIDC_CLIENT_SECRET: z.string().optional(),
    POSTROOM_OIDC_NAME: z.string().max(40).default('OpenID Connect'),
    POSTROOM_GOOGLE_CLIENT_ID: z.string().optional(),
    POSTROOM_GOOGLE_CLIENT_SECRET: z.string().optional(),
    POSTROOM_GITHUB_CLIENT_ID: z.string().optional(),
    POSTROOM_GITHUB_CLIENT_SECRET: z.string().optional(),
    DATABASE_URL: z.string().optional(),
    DATABASE_URL_WEB: z.string().optional(),
    DATABASE_URL_WORKER: z.string().optional(),
  })
  .superRefine((e, ctx) => {
    for (const name of ['POSTROOM_OIDC', 'POSTROOM_GOOGLE', 'POSTROOM_GITHUB'] as const) {
      const parts = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`, ...(name === 'POSTROOM_OIDC' ? ['POSTROOM_OIDC_ISSUER'] : [])] as (keyof typeof e)[]
      const missing = parts.filter((part) => !e[part])
      if (missing.length > 0 && missing.length < parts.length) ctx.addIssue({ code: 'custom', path: [missing[0]!], message: `is missing: ${parts.join(', ')} belong together` })
    }
    if (e.POSTROOM_AWS === 'live' && e.POSTROOM_SNS_CERT_ORIGIN)
      ctx.addIssue({ code: 'custom', path: ['POSTROOM_SNS_CERT_ORIGIN'], message: 'is for the local AWS only: unset it when POSTROOM_AWS=live' })
  })

export type Config = ReturnType<typeof readConfig>

/**
 * Reads the environment once, at the edge. Throws an Error whose message names each wrong variable and what to do.
 * Everything else in the product takes its settings from here.
 */
export function readConfig(env: NodeJS.ProcessEnv) {
  const blank = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== ''))
  const parsed = Environment.safeParse(blank)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`)
    throw new Error(`The environment is not right: ${lines.join('; ')}.`)
  }
  const e = parsed.data
  const live = e.POSTROOM_AWS === 'live'
  const home = path.resolve(e.POSTROOM_HOME)
  /** 32-byte keys for one named use, derived from each master (HKDF, RFC 5869). */
  const derive = (use: string): Buffer[] =>
    [e.POSTROOM_KEY ?? readKeyFile(home), ...e.POSTROOM_KEY_OLD].map((master) => Buffer.from(hkdfSync('sha256', createHash('sha256').update(master).digest(), '', `postroom ${use}`, 32)))
  return {
    port: e.PORT,
    home,
    /** Public base URL, without a final slash. */
    url: (e.POSTROOM_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    domain: e.POSTROOM_DOMAIN.toLowerCase(),
    corpora: e.POSTROOM_CORPORA,
    metricsToken: e.POSTROOM_METRICS_TOKEN,
    webhookAllow: e.POSTROOM_WEBHOOK_ALLOW,
    dnsServers: e.DNS_SERVERS,
    /** Identity providers by which people may log in, each with its client here. */
    providers: {
      oidc: client(e.POSTROOM_OIDC_CLIENT_ID, e.POSTROOM_OIDC_CLIENT_SECRET, { issuer: e.POSTROOM_OIDC_ISSUER ?? '', name: e.POSTROOM_OIDC_NAME }),
      google: client(e.POSTROOM_GOOGLE_CLIENT_ID, e.POSTROOM_GOOGLE_CLIENT_SECRET, {}),
      github: client(e.POSTROOM_GITHUB_CLIENT_ID, e.POSTROOM_GITHUB_CLIENT_SECRET, {}),
    },
    aws: {
      live,
      region: e.AWS_REGION,
      sendingRegion: e.POSTROOM_SENDING_REGION ?? e.AWS_REGION,
      /** Set where clients must not use AWS's own endpoints and the machine's credentials. */
      endpoint: live ? undefined : `http://127.0.0.1:${e.LOCAL_AWS_PORT}`,
      snsCertOrigin: e.POSTROOM_SNS_CERT_ORIGIN,
    },
    local: { awsPort: e.LOCAL_AWS_PORT, smtpPort: e.LOCAL_SMTP_PORT, smtpRelay: e.LOCAL_AWS_SMTP_RELAY },
    database: { owner: e.DATABASE_URL, web: e.DATABASE_URL_WEB ?? e.DATABASE_URL, worker: e.DATABASE_URL_WORKER ?? e.DATABASE_URL },
    /** Somebody said that what no key opens is given up. */
    keyLost: e.POSTROOM_KEY_LOST === 'yes',
    /** The key for one named use, of POSTROOM_KEY: what is sealed or signed now. */
    deriveKey: (use: string): Buffer => derive(use)[0]!,
    /** The same, and behind it those of POSTROOM_KEY_OLD: what may be opened and verified. */
    deriveKeys: derive,
  }
}

const client = <R extends object>(clientId: string | undefined, clientSecret: string | undefined, rest: R) => (clientId && clientSecret ? { clientId, clientSecret, ...rest } : undefined)

function readKeyFile(home: string): string {
  const file = path.join(home, 'key')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(`POSTROOM_KEY is not set and ${file} cannot be read: set POSTROOM_KEY, or run \`npm start\`, which makes the file.`)
  }
}

let current: Config | undefined
/** This process's settings. */
export const config = (): Config => (current ??= readConfig(process.env))
