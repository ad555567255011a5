// With a real database and no operator yet: prints the one-time link by which the first operator makes an account.
import { config } from '@/lib/config'
import { makeSetupToken } from '@/lib/core/access/setup-token'
import { database } from '@/lib/db/client'
import { hasOperator, setupKey } from '@/lib/services/account/first-operator'

process.env['POSTROOM_ROLE'] = 'web'
if (!(await hasOperator())) console.log(`  Set up     ${config().url}/setup?token=${makeSetupToken(setupKey(), Date.now())}   (one hour: makes the first operator)`)
await database().close()
