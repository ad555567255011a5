import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { operatorMay, permissions } from './matrix'
import { accessOf, pages } from './pages'

/** `app/(console)/t/[tenant]/page.tsx` → `/t/[tenant]` */
const pathOf = (file: string): string =>
  '/' +
  file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')

describe('the list of pages', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])(page\.tsx|route\.ts)$/.test(file))
    .map((file) => pathOf(`app/${file.replaceAll('\\', '/')}`))
  // Each operation of the REST API names its permission by itself; the catch-all stands for all of them at the door.
  const own = files.filter((path) => !path.startsWith('/api/v1/') || path === '/api/v1/[[...rest]]')

  it('has every page and every route that there is', () => {
    expect(own.filter((path) => !(path in pages))).toEqual([])
  })

  it('has none that there is not', () => {
    // The door itself answers this one, in front of Next.
    expect(Object.keys(pages).filter((path) => !own.includes(path) && path !== '/api/webhooks/sns')).toEqual([])
  })

  it('names permissions of the matrix alone', () => {
    const known = new Set<string>(['open', 'token', 'key', 'user', ...permissions])
    expect(Object.values(pages).filter((access) => !known.has(access) && !operatorMay(access))).toEqual([])
  })
})

describe('accessOf', () => {
  it('prefers the fixed word to the variable', () => {
    expect(accessOf('/t/acme/domains/new')).toBe('domain.write')
    expect(accessOf('/t/acme/domains/0')).toBe('domain.read')
  })

  it('knows nothing of other paths', () => {
    for (const path of ['/t', '/t/acme/nothing', '/operator/x', '/t/acme/messages/1/2/3', '/api', '/LOGIN']) expect(accessOf(path)).toBeUndefined()
  })

  it('takes what stands below a catch-all, with and without parts', () => {
    expect(accessOf('/api/v1')).toBe('key')
    expect(accessOf('/api/v1/a/b')).toBe('key')
    expect(accessOf('/api/auth/signin')).toBe('open')
  })

  it('reads a trailing slash as none', () => {
    expect(accessOf('/login/')).toBe('open')
  })
})
