import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Resolver } from 'node:dns/promises'
import { Started } from '@/lib/local/aws/started.fixture'
import { lookUp, openResolver } from './lookup'
import { readTtl } from './ttl'

let aws: Started
beforeAll(async () => {
  aws = await Started.open()
  process.env['DNS_SERVERS'] = `127.0.0.1:${aws.aws.dns.port}`
})
afterAll(() => aws.close())

it('gives values in zone-file form, and none for what is not there', async () => {
  const long = `pr=${'x'.repeat(300)}`
  await aws.setDns('a.test', 'TXT', ['one', long])
  await aws.setDns('a.test', 'MX', ['10 mail.b.test'])
  await aws.setDns('c.a.test', 'CNAME', ['d.test.'])
  const resolver = openResolver()
  expect((await lookUp(resolver, 'a.test', 'TXT')).sort()).toEqual(['one', long])
  expect(await lookUp(resolver, 'a.test', 'MX')).toEqual(['10 mail.b.test'])
  expect(await lookUp(resolver, 'c.a.test', 'CNAME')).toEqual(['d.test'])
  expect(await lookUp(resolver, 'nowhere.test', 'TXT')).toEqual([])
  expect(await lookUp(resolver, 'c.a.test', 'MX')).toEqual([])
})

it('tells the TTL that the resolver cannot, and nothing of what is not there', async () => {
  await aws.setDns('ttl.test', 'MX', ['10 mail.b.test'])
  expect(await readTtl(openResolver(), 'ttl.test', 'MX')).toBe(1)
  expect(await readTtl(openResolver(), 'nowhere.test', 'MX')).toBeUndefined()
})

it('a name server that does not answer is a transient fault, not an absent record', async () => {
  const silent = createSocket('udp4').bind(0, '127.0.0.1')
  await once(silent, 'listening')
  const resolver = new Resolver({ timeout: 50, tries: 1 })
  resolver.setServers([`127.0.0.1:${silent.address().port}`])
  await expect(lookUp(resolver, 'a.test', 'TXT')).rejects.toMatchObject({ name: 'Fault', permanence: 'transient', message: expect.stringContaining('could not be looked up') })
  expect(await readTtl(resolver, 'a.test', 'TXT')).toBeUndefined()
  silent.close()
})
