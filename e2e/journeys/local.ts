import { readFileSync } from 'node:fs'
import { LocalJson } from '@/lib/local/local-json'

/** What the running copy says of itself. */
export const local = (): LocalJson => LocalJson.parse(JSON.parse(readFileSync(process.env['POSTROOM_LOCAL_JSON'] ?? '.postroom/local.json', 'utf8')))
