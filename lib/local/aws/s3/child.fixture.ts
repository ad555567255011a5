import { Store } from '@/lib/local/aws/store'
import { createSqs } from '@/lib/local/aws/sqs/service'
import { createS3 } from './service'

// A process that stores objects and queue messages, says which are stored, and goes on until it is killed.
const [home = '', bucket = '', queueArn = ''] = process.argv.slice(2)
const store = Store.open(`${home}/store`)
const now = (): Date => new Date()
const { objects } = createS3({ store, dir: `${home}/objects`, region: 'eu-west-1', now })
const { queues } = createSqs({ store, endpoint: () => 'http://127.0.0.1:1', region: 'eu-west-1', now })
for (let i = 0; ; i++) {
  const name = `object ${i}`
  await objects.put(bucket, name, Buffer.from(name.repeat(500)))
  await queues.send(queueArn, name)
  process.stdout.write(`${name}\n`)
}
