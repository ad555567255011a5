// `npm run bench`: what the product does a second, on this machine. `-- --rounds 5 --seconds 4 --sizes 10000,100000 --connections 16`.
import os from 'node:os'
import { parseArgs } from 'node:util'
import { benchNotifications, type Line } from './notifications'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    connections: { type: 'string', default: '1,16,64' },
  },
})
const numbers = (list: string) => list.split(',').map(Number)

const lines = await benchNotifications({
  sizes: numbers(values.sizes),
  connections: numbers(values.connections),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  say: (sentence) => console.error(sentence),
})
const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}`
const heads = ['rows before', 'connections', 'floor/s (p50, p99 ms)', 'door/s (p50, p99 ms)', 'door ÷ floor (least to most)']
const more = ['CPU ms each, server + PostgreSQL: floor; door', 'load']
console.log(`${machine}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n`)
console.log(`| ${[...heads, ...more].join(' | ')} |`)
console.log(`|${'---|'.repeat(heads.length + more.length)}`)
for (const line of lines) console.log(row(line))

function row({ rows, connections, floor, door, ratios, load }: Line): string {
  const figures = (m: Line['door']) => `${m.perSecond.toFixed(0)} (${m.p50.toFixed(1)}, ${m.p99.toFixed(1)})`
  const spread = `${ratios[0]!.toFixed(2)} to ${ratios.at(-1)!.toFixed(2)}`
  const cpu = (m: Line['door']) => `${m.server.toFixed(2)} + ${m.postgres.toFixed(2)}`
  const ratio = door.perSecond / floor.perSecond
  const cells = [rows.toLocaleString('en'), connections, figures(floor), figures(door), `**${ratio.toFixed(2)}** (${spread})`]
  return `| ${[...cells, `${cpu(floor)}; ${cpu(door)}`, load.toFixed(1)].join(' | ')} |`
}
