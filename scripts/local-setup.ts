// Sets up receiving on the local AWS, and publishes the platform domain's records in the local DNS. Idempotent; `npm start` runs it.
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { setUpSending } from '@/lib/services/platform/set-up-sending'
import { setUpReceiving } from '@/lib/services/platform/setup'
import { putDnsRecords } from '@/lib/testing/demo/dns'

process.env['POSTROOM_ROLE'] = 'worker'
const { endpoint } = config().aws
if (!endpoint) throw new Error('This is for the local AWS: with POSTROOM_AWS=live run `npm run aws:setup`.')
// The local AWS has no rate limit unless it is switched on: a sync need not wait a second for each call.
const { records, done } = await setUpReceiving({ callsPerSecond: 50 })
await putDnsRecords(endpoint, records.map(({ name, type, value }) => ({ name, type, values: [value] })))
for (const sentence of [...done, ...(await setUpSending())]) console.log(sentence)
await database().close()
