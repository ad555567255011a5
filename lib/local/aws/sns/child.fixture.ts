import { Store } from '@/lib/local/aws/store'
import { createSqs } from '@/lib/local/aws/sqs/service'
import { createSns } from './service'

// A process that publishes, says so, and is then killed. It starts no deliveries: those are for the process after it.
const [home = '', topicArn = '', count = '0'] = process.argv.slice(2)
const store = Store.open(`${home}/store`)
const shared = { store, region: 'eu-west-1', now: () => new Date(), endpoint: () => 'http://127.0.0.1:1' }
const sns = createSns({ ...shared, dir: home, queues: createSqs(shared).queues })
const ids = await Promise.all(Array.from({ length: Number(count) }, (_, i) => sns.topics.publish({ topicArn, message: `message ${i}` })))
process.stdout.write(`${JSON.stringify(ids)}\n`)
setInterval(() => {}, 1000)
