import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkPorts, lockHome, prepareHome } from './preflight'
import { keptSecret } from './secrets'

let home: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'preflight-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('names the port that is taken and the variable to set', async () => {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await expect(checkPorts([{ port, what: 'the console', variable: 'PORT' }])).rejects.toThrow(
    `Port ${port} for the console is taken: stop the program that uses it, or set PORT to a free port.`,
  )
  await new Promise((resolve) => server.close(resolve))
  await expect(checkPorts([{ port, what: 'the console', variable: 'PORT' }])).resolves.toBeUndefined()
})

it('says when the home cannot be made', () => {
  const file = path.join(home, 'file')
  writeFileSync(file, '')
  expect(() => prepareHome(path.join(file, 'below'))).toThrow(/cannot be written .* set POSTROOM_HOME to another folder/)
})

it.runIf(process.platform === 'linux')('says so too where no folder can ever be made', () => {
  expect(() => prepareHome('/proc/none/home')).toThrow(/cannot be written/)
})

it('makes a home below folders that are not there', () => {
  prepareHome(path.join(home, 'a/b/c'))
  expect(existsSync(path.join(home, 'a/b/c/logs'))).toBe(true)
})

it('keeps a second copy out of the same home, and a dead one does not count', () => {
  const release = lockHome(home)
  // This process is no supervisor by its command line: as after a reboot, the number is another program's.
  expect(() => lockHome(home)).not.toThrow()
  release()
  writeFileSync(path.join(home, 'supervisor.pid'), '999999999')
  expect(() => lockHome(home)).not.toThrow()
})

it('makes a secret once', () => {
  const first = keptSecret(home, 'key')
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(keptSecret(home, 'key')).toBe(first)
})
