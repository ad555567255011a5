import { config } from '@/lib/config'
import { Fault } from '@/lib/core/fault'
import { openDatabase, useDatabase } from '@/lib/db/client'
import { setUpSending } from '@/lib/services/platform/set-up-sending'
import { setUpReceiving } from '@/lib/services/platform/setup'

// `npm run aws:setup`: makes bucket, topic, dead letters, subscription and the platform domain's identity, and says what is left to do.
async function main(): Promise<number> {
  const url = config().database.owner ?? config().database.worker
  if (!url) {
    console.error('DATABASE_URL is not set: set it to the database that Postroom uses. (A local start sets up its own AWS by itself.)')
    return 2
  }
  const database = openDatabase(url, 2)
  useDatabase(database)
  try {
    const { done, records } = await setUpReceiving()
    for (const sentence of [...done, ...(await setUpSending())]) console.log(`- ${sentence}`)
    if (records.length > 0) console.log(`\nDNS records for ${config().domain}:`)
    for (const { name, type, value } of records) console.log(`  ${name}  ${type}  ${value}`)
    return 0
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  const advice = error instanceof Fault && error.permanence === 'permanent' ? 'It will not pass by itself: mend it, then run this again.' : 'It may pass: run this again.'
  console.error(`The set-up stopped. ${message}\n${advice} What was done so far stays, and is not done twice.`)
  process.exitCode = 1
}
