// A process that starts PostgreSQL in the directory named and stays, for the tests of what becomes of it.
import { startPostgres } from './server'

await startPostgres({ dir: process.argv[2]!, password: 'test', settings: { fsync: 'off' } })
console.log('started')
setInterval(() => {}, 60_000)
