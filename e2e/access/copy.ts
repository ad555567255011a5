import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Account = z.object({ email: z.string(), password: z.string(), apiKey: z.string() })
const Copy = z.object({ tenant: Account.extend({ slug: z.string() }), operator: Account })

/** The accounts of the running copy, from the file that its start wrote. */
export const copy = (): z.infer<typeof Copy> => Copy.parse(JSON.parse(readFileSync(process.env['POSTROOM_LOCAL_JSON'] ?? '.postroom/local.json', 'utf8')))
