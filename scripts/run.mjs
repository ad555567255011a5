// Runs a TypeScript entry of this project: `node scripts/run.mjs FILE [ARG…]`.
// Plain JavaScript, so that even a Node too old for the rest says so in one sentence.
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Postroom needs Node.js 20.19 or later, and this is ${process.versions.node}: install a newer Node.js, then run the command again.`)
  process.exit(1)
}

const [entry, ...args] = process.argv.slice(2)
if (!entry) {
  console.error('usage: node scripts/run.mjs FILE [ARG…]')
  process.exit(2)
}
const file = path.resolve(import.meta.dirname, '..', entry)
process.argv.splice(1, process.argv.length, file, ...args)

// A child of the supervisor ends with it, even when the supervisor was killed outright.
if (process.connected) {
  process.channel?.unref()
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 10_000).unref()
  })
}

let tsx
try {
  tsx = await import('tsx/esm/api')
} catch {
  console.error('The packages are not installed: run `npm ci` first.')
  process.exit(1)
}
tsx.register()
await import(pathToFileURL(file).href)
