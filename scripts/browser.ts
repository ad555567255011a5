import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

// The one without windows comes first: the same engine, and a quarter less of the machine.
const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

function installed(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM names ${named}, which is not there: name another, or unset it.`)
  }
  return [...usual, chromium.executablePath()].find((f) => f && existsSync(f))
}

const succeeds = (command: string, args: string[]) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** A Chromium for the browser tests: the machine's, Playwright's, or one that is installed now (Debian's as root, else Playwright's). */
export function findBrowser(): string {
  const found = installed()
  if (found) return found
  console.log('No Chromium found: installing one')
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const install = (name: string) => succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk'])
  if (debian && succeeds('apt-get', ['update', '-qq'])) void (install('chromium-headless-shell') || install('chromium'))
  else succeeds('npx', ['playwright', 'install', 'chromium'])
  const now = installed()
  if (!now) throw new Error('The browser tests need Chromium: install it, or name it in CHROMIUM.')
  return now
}
