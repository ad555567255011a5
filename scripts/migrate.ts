// Brings the database in DATABASE_URL up to date: migrations, then the job queue's schema. Idempotent.
import { deployMigrations } from '@/lib/db/migrate/deploy'
import { installQueues } from '@/lib/queue/install'

const url = process.env['DATABASE_URL']
if (!url) {
  console.error('DATABASE_URL is not set: give the URL of the database as its owner.')
  process.exit(1)
}
try {
  const applied = await deployMigrations(url)
  await installQueues(url)
  console.log(applied.length ? `applied ${applied.join(', ')}` : 'up to date')
  process.exit(0)
} catch (error) {
  console.error(`The migrations failed: ${(error as Error).message}`)
  process.exit(1)
}
