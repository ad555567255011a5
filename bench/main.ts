// `npm run bench`: what the product does, in figures, on this machine. `-- --help` names the kinds.
import { parseArgs } from 'node:util'
import { consolePages } from './browser/pages'
import { onCopy } from './copy'

const help = `npm run bench -- KIND [OPTION…]   prints a table for docs/benchmarks.md

  notifications   signed notifications a second, from HTTP to the commit (also without KIND)
                  --rounds 5  --seconds 3  --sizes 10000,100000,1000000  --connections 1,16,64
  log             the message log's services and pages, and the rules' hits, at growing logs
                  --sizes 10000,100000,1000000
  js              JavaScript of every page of the console, gzip, in a browser without cache
  lighthouse      Lighthouse's desktop preset on log, message, rules and domain
                  --rounds 3

The first two are measured beside a floor in the same run, on a PostgreSQL of their own; the others on a copy of the product
that they start, or on the one whose local.json POSTROOM_LOCAL_JSON names.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    connections: { type: 'string', default: '1,16,64' },
    help: { type: 'boolean', default: false },
  },
})
const numbers = (list: string) => list.split(',').map(Number)
const say = (sentence: string) => console.error(sentence)
const sizes = numbers(values.sizes)

const kinds: Record<string, () => Promise<string>> = {
  notifications: async () => {
    const { benchNotifications } = await import('./notifications')
    const { notificationsTable } = await import('./notifications-table')
    return notificationsTable(await benchNotifications({ sizes, connections: numbers(values.connections), rounds: Number(values.rounds ?? 5), seconds: Number(values.seconds), say }))
  },
  log: async () => {
    const { benchLog } = await import('./log/run')
    const { logTables } = await import('./log/table')
    return logTables(await benchLog({ sizes, say }))
  },
  js: () =>
    onCopy(async (local) => {
      const { benchScripts } = await import('./browser/scripts')
      const { scriptsTable } = await import('./browser/table')
      return scriptsTable(await benchScripts(local.consoleUrl, await consolePages(local), say))
    }),
  lighthouse: () =>
    onCopy(async (local) => {
      const { benchLighthouse } = await import('./browser/lighthouse')
      const { lighthouseTable } = await import('./browser/table')
      const pages = (await consolePages(local)).filter(({ name }) => ['log', 'message', 'rules', 'domain'].includes(name))
      return lighthouseTable(await benchLighthouse(local.consoleUrl, pages, Number(values.rounds ?? 3), say))
    }),
}

const [kind = 'notifications'] = positionals
if (values.help || kind === 'help') console.log(help)
else if (Object.hasOwn(kinds, kind)) console.log(await kinds[kind]!())
else {
  console.error(`There is no benchmark named ${kind}.\n\n${help}`)
  process.exitCode = 2
}
