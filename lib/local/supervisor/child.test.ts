import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Child, runStep } from './child'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'child-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function entry(code: string): string {
  const file = path.join(dir, 'entry.mts')
  writeFileSync(file, code)
  return path.relative(path.resolve(import.meta.dirname, '../../..'), file)
}
const child = (code: string, notes: string[] = []) => new Child({ name: 'trial', entry: entry(code), env: process.env, logDir: dir, onNote: (n) => notes.push(n) })

it('waits for the ready line, and starts again what crashes', async () => {
  const notes: string[] = []
  const starts = path.join(dir, 'starts')
  const c = child(`import { appendFileSync, readFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(starts)}, 'x')
    console.log(JSON.stringify({ ready: true, n: readFileSync(${JSON.stringify(starts)}, 'utf8').length }))
    if (readFileSync(${JSON.stringify(starts)}, 'utf8').length === 1) setTimeout(() => process.exit(7), 50)
    else setInterval(() => {}, 1000)`, notes)
  expect(await c.startAndWatch()).toMatchObject({ n: 1 })
  await vi.waitFor(() => expect(readFileSync(starts, 'utf8')).toBe('xx'), { timeout: 10_000 })
  expect(notes[0]).toContain('trial ended (7); starting it again')
  await c.stop()
}, 20_000)

it('tells why a child could not start, with the end of its log', async () => {
  const c = child(`console.error('the disk is on fire'); process.exit(3)`)
  await expect(c.startAndWatch()).rejects.toThrow(/trial ended at its start \(3\)/)
  await c.stop()
}, 20_000)

it('of a child that logged why it cannot go on, tells that alone', async () => {
  const c = child(`console.error('a warning'); console.error(JSON.stringify({ level: 60, err: { stack: 'at x' }, msg: 'Set THIS.' })); process.exit(1)`)
  await expect(c.startAndWatch()).rejects.toThrow(/^trial ended at its start \(1\)\. Set THIS\.$/)
  await c.stop()
}, 20_000)

it('kills what does not stop in time', async () => {
  const c = child(`process.on('SIGTERM', () => {}); console.log('{"ready":true}'); setInterval(() => {}, 1000)`)
  await c.startAndWatch()
  const began = Date.now()
  await c.stop(300)
  expect(Date.now() - began).toBeLessThan(5000)
}, 20_000)

it('passes on what a step says while it runs', async () => {
  const notes: string[] = []
  await runStep({ name: 'step', entry: entry(`process.send({ note: 'half done' })`), env: process.env, logDir: dir, onNote: (n) => notes.push(n) })
  expect(notes).toEqual(['half done'])
}, 20_000)

it('gives a step its output, and a failed step its reason', async () => {
  const step = (code: string) => runStep({ name: 'step', entry: entry(code), env: process.env, logDir: dir, onNote: () => {} })
  expect((await step(`console.log('done')`)).trim()).toBe('done')
  await expect(step(`console.error('no such table'); process.exit(1)`)).rejects.toThrow(/step failed \(1\)[^]*no such table/)
}, 20_000)
