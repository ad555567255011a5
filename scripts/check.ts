// `npm run check`: types, lint, unused code, unit tests. Seconds, no database. With `--fast` without the unit tests.
import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)

interface Result {
  name: string
  code: number | null
  output: string
  seconds: number
}

function run(name: string, command: string, args: string[]): Promise<Result> {
  const began = Date.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(bin(command), args, { cwd: root, env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } })
    child.stdout.on('data', (d: Buffer) => (output += d.toString()))
    child.stderr.on('data', (d: Buffer) => (output += d.toString()))
    child.on('error', (error) => resolve({ name, code: 1, output: error.message, seconds: 0 }))
    child.on('close', (code) => resolve({ name, code, output, seconds: (Date.now() - began) / 1000 }))
  })
}

await run('client', 'tsx', ['scripts/build.ts', '--generate'])
await run('route types', 'next', ['typegen'])
const results = await Promise.all([
  run('types', 'tsc', ['--noEmit', '-p', '.']),
  run('lint', 'eslint', ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0']),
  run('unused', 'knip', []),
  ...(process.argv.includes('--fast') ? [] : [run('unit', 'vitest', ['run', '--project', 'unit'])]),
])
for (const r of results) {
  const lines = r.output.split('\n').filter((l) => !l.startsWith('npm warn'))
  if (r.code !== 0) console.log(lines.join('\n'))
  console.log(`${r.code === 0 ? 'ok    ' : 'FAILED'} ${r.name} (${r.seconds.toFixed(1)} s)`)
}
process.exit(results.every((r) => r.code === 0) ? 0 : 1)
