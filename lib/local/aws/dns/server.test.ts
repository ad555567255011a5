import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Store } from '@/lib/local/aws/store'
import { startDns } from './server'

let dir: string
let store: Store
let dns: Awaited<ReturnType<typeof startDns>>
const resolver = new Resolver({ timeout: 2000, tries: 1 })

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'local-dns-'))
  store = Store.open(dir)
  dns = await startDns({ store, region: 'us-east-1', port: 0 })
  resolver.setServers([`127.0.0.1:${dns.port()}`])
})
afterAll(async () => {
  await dns.close()
  await store.close()
  await rm(dir, { recursive: true, force: true })
})

const code = async (lookup: Promise<unknown>): Promise<string> => {
  try {
    return JSON.stringify(await lookup)
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

describe('records', () => {
  it('answers every type, in both forms', async () => {
    await dns.set('Shop.Test.', 'a', ['192.0.2.1', '192.0.2.2'])
    await dns.set('shop.test', 'AAAA', ['2001:db8::1', '::1', '2001:DB8:0:0:0:0:0:0'])
    await dns.set('shop.test', 'MX', ['10 inbound-smtp.us-east-1.amazonaws.com.', '20 b.shop.test'])
    await dns.set('shop.test', 'NS', ['ns.shop.test'])
    await dns.set('shop.test', 'CAA', ['0 issue "ca.test"'])
    await dns.set('shop.test', 'SOA', ['ns.shop.test. hostmaster.shop.test. 7 2 3 4 5'])
    await dns.set('2.2.0.192.in-addr.arpa', 'PTR', ['shop.test'])
    await dns.set('_imap._tcp.shop.test', 'SRV', ['0 5 143 imap.shop.test'])
    const both = async (name: string, type: string, expected: unknown) => {
      expect(await resolver.resolve(name, type)).toEqual(expected)
      expect(await dns.resolve(name, type)).toEqual(expected)
    }
    await both('shop.test', 'A', ['192.0.2.1', '192.0.2.2'])
    await both('shop.test', 'AAAA', ['2001:db8::1', '::1', '2001:db8::'])
    await both('SHOP.test', 'MX', [
      { priority: 10, exchange: 'inbound-smtp.us-east-1.amazonaws.com' },
      { priority: 20, exchange: 'b.shop.test' },
    ])
    await both('shop.test', 'NS', ['ns.shop.test'])
    await both('shop.test', 'CAA', [{ critical: 0, issue: 'ca.test' }])
    await both('shop.test', 'SOA', {
      nsname: 'ns.shop.test',
      hostmaster: 'hostmaster.shop.test',
      serial: 7,
      refresh: 2,
      retry: 3,
      expire: 4,
      minttl: 5,
    })
    await both('2.2.0.192.in-addr.arpa', 'PTR', ['shop.test'])
    await both('_imap._tcp.shop.test', 'SRV', [{ priority: 0, weight: 5, port: 143, name: 'imap.shop.test' }])
    expect(await resolver.resolvePtr('1.0.0.127.in-addr.arpa')).toEqual(['localhost'])
  })

  it('splits long TXT and keeps every byte', async () => {
    const key = `v=DKIM1; p=${'A'.repeat(400)}ü${'B'.repeat(400)}`
    await dns.set('k._domainkey.shop.test', 'TXT', [key, 'two'])
    const chunks = await resolver.resolveTxt('k._domainkey.shop.test')
    expect(chunks.map((c) => Buffer.from(c.join(''), 'latin1').toString('utf8'))).toEqual([key, 'two'])
    expect(chunks.flat().every((c) => c.length <= 255)).toBe(true)
    // dns/promises joins nothing and decodes nothing: one character a byte.
    expect(await dns.resolve('k._domainkey.shop.test', 'TXT')).toEqual(chunks)
  })

  it('goes over to TCP where UDP is too small', async () => {
    const values = Array.from({ length: 40 }, (_, i) => `${i} ${'x'.repeat(200)}`)
    await dns.set('big.test', 'TXT', values)
    expect((await resolver.resolveTxt('big.test')).map((c) => c.join('')).sort()).toEqual([...values].sort())
  })

  it('follows CNAMEs and stops at loops', async () => {
    await dns.set('alias.test', 'CNAME', ['alias2.test'])
    await dns.set('alias2.test', 'CNAME', ['shop.test'])
    expect(await resolver.resolve4('alias.test')).toEqual(['192.0.2.1', '192.0.2.2'])
    expect(await resolver.resolveCname('alias.test')).toEqual(['alias2.test'])
    expect(await dns.resolve('alias.test', 'A')).toEqual(['192.0.2.1', '192.0.2.2'])
    await dns.set('l1.test', 'CNAME', ['l2.test'])
    await dns.set('l2.test', 'CNAME', ['l1.test'])
    expect(await code(dns.resolve('l1.test', 'A'))).toBe('ESERVFAIL')
    expect(await code(resolver.resolve4('l1.test'))).toBe('ESERVFAIL')
  })

  it('tells a missing name from a missing type', async () => {
    await dns.set('deep.below.leaf.test', 'A', ['192.0.2.3'])
    for (const resolve of [(n: string, t: string) => resolver.resolve(n, t), dns.resolve]) {
      expect(await code(resolve('nothing.test', 'A'))).toBe('ENOTFOUND')
      expect(await code(resolve('shop.test', 'SRV'))).toBe('ENODATA')
      expect(await code(resolve('below.leaf.test', 'A'))).toBe('ENODATA')
    }
  })

  it('answers wildcards from the closest encloser alone', async () => {
    await dns.set('*.wild.test', 'MX', ['10 mx.test'])
    await dns.set('real.wild.test', 'A', ['192.0.2.4'])
    expect(await resolver.resolveMx('a.b.wild.test')).toEqual([{ priority: 10, exchange: 'mx.test' }])
    expect(await code(resolver.resolveMx('real.wild.test'))).toBe('ENODATA')
    expect(await code(resolver.resolveMx('x.real.wild.test'))).toBe('ENOTFOUND')
    expect(await code(resolver.resolveMx('wild.test'))).toBe('ENODATA')
    expect(await resolver.resolve4('anything.dkim.amazonses.com')).toEqual(['127.0.0.1'])
  })

  it('deletes by an empty list, and a changed record shows at once', async () => {
    await dns.set('gone.test', 'A', ['192.0.2.5'])
    expect(await resolver.resolve4('gone.test')).toEqual(['192.0.2.5'])
    await dns.set('gone.test', 'A', [])
    expect(await code(resolver.resolve4('gone.test'))).toBe('ENOTFOUND')
  })

  it('refuses what cannot stand, and says why', async () => {
    await expect(dns.set('x.test', 'A', ['300.1.1.1'])).rejects.toThrow('must be an IPv4 address')
    await expect(dns.set('x.test', 'MX', ['mail.test'])).rejects.toThrow('must be written as')
    await expect(dns.set('x.test', 'HINFO', ['x'])).rejects.toThrow('is none of')
    await expect(dns.set('a b.test', 'A', ['192.0.2.1'])).rejects.toThrow('is not a domain name')
    await expect(dns.set('shop.test', 'CNAME', ['x.test'])).rejects.toThrow('a CNAME stands alone')
    await expect(dns.set('alias.test', 'TXT', ['x'])).rejects.toThrow('a CNAME stands alone')
  })

  it('keeps its records over a restart', async () => {
    const port = dns.port()
    await dns.close()
    dns = await startDns({ store, region: 'us-east-1', port })
    expect(await resolver.resolve4('shop.test')).toEqual(['192.0.2.1', '192.0.2.2'])
  })
})

describe('hostile questions', () => {
  const header = (counts: number[], flags = 0x0100) => {
    const b = Buffer.alloc(12)
    ;[0x1234, flags, ...counts].forEach((n, i) => b.writeUInt16BE(n, i * 2))
    return b
  }
  const ask = async (message: Buffer): Promise<Buffer> => {
    const socket = createSocket('udp4')
    socket.send(message, dns.port(), '127.0.0.1')
    const [reply] = (await once(socket, 'message')) as [Buffer]
    socket.close()
    return reply
  }
  const rcode = (reply: Buffer) => reply.readUInt8(3) & 15

  it('does not hang on a name that points to itself', async () => {
    expect(rcode(await ask(Buffer.concat([header([1, 0, 0, 0]), Buffer.from([0xc0, 12, 0, 1, 0, 1])])))).toBe(1)
  })

  it('does not believe the counts', async () => {
    const question = Buffer.from([4, ...Buffer.from('shop'), 4, ...Buffer.from('test'), 0, 0, 1, 0, 1])
    expect(rcode(await ask(Buffer.concat([header([1, 65535, 65535, 65535]), question])))).toBe(0)
    expect(rcode(await ask(Buffer.concat([header([65535, 0, 0, 0]), question])))).toBe(1)
  })

  it('answers other operations with NOTIMP', async () => {
    expect(rcode(await ask(header([0, 0, 0, 0], 0x2800)))).toBe(4)
  })

  it('takes several questions on one TCP connection, in pieces', async () => {
    const question = Buffer.from([4, ...Buffer.from('shop'), 4, ...Buffer.from('test'), 0, 0, 1, 0, 1])
    const message = Buffer.concat([header([1, 0, 0, 0]), question])
    const framed = Buffer.concat([Buffer.from([0, message.length]), message])
    const socket = connect(dns.port(), '127.0.0.1')
    socket.write(Buffer.concat([framed, framed.subarray(0, 5)]))
    const [first] = (await once(socket, 'data')) as [Buffer]
    socket.write(framed.subarray(5))
    const [second] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    expect(second).toEqual(first)
  })
})
