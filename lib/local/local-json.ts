import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What programs beside a local copy need to know of it: POSTROOM_HOME/local.json, written last, removed at the start. */
export const LocalJson = z.object({
  consoleUrl: z.string(),
  awsEndpoint: z.string(),
  region: z.string(),
  smtp: z.object({ host: z.string(), port: z.number() }),
  dns: z.object({ host: z.string(), port: z.number() }),
  databaseUrl: z.string(),
  operator: z.object({ email: z.string(), password: z.string(), apiKey: z.string() }),
  tenant: z.object({ slug: z.string(), email: z.string(), password: z.string(), apiKey: z.string(), domain: z.string() }),
})
export type LocalJson = z.infer<typeof LocalJson>

const fileIn = (home: string) => path.join(home, 'local.json')

export const removeLocalJson = (home: string): void => rmSync(fileIn(home), { force: true })

/** Written aside and renamed: a reader sees all of it or nothing. */
export function writeLocalJson(home: string, content: LocalJson): void {
  const aside = `${fileIn(home)}.new`
  writeFileSync(aside, JSON.stringify(content, null, 2) + '\n', { mode: 0o600 })
  renameSync(aside, fileIn(home))
}
