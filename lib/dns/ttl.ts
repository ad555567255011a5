import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIP } from 'node:net'
import type { Resolver } from 'node:dns/promises'
import type { RecordType } from '@/lib/core/domain/records'

// Node's resolver tells the TTL of A and AAAA records alone: for the others the question is asked by hand (RFC 1035 §4.1). The local DNS's
// codec (dns2) follows a name that points to itself for ever: an answer from outside is not given to it.

const codes = { CNAME: 5, MX: 15, TXT: 16 } as const satisfies Record<RecordType, number>
const timeoutMs = 1000
const headerBytes = 12

/**
 * Seconds for which caches may keep what stands at the name, as the resolver's first server sees it now: a cache's answer tells what is left.
 * Undefined where there is no answer. For people to read: nothing hangs on it.
 */
export async function readTtl(resolver: Resolver, name: string, type: RecordType): Promise<number | undefined> {
  const [, host, port] = /^\[?([^\]]+?)\]?(?::(\d+))?$/.exec(resolver.getServers()[0]?.replace(/^([0-9a-f:]+)$/i, '[$1]') ?? '') ?? []
  if (host === undefined) return undefined
  const id = randomInt(65_536)
  const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4')
  try {
    socket.connect(Number(port ?? 53), host)
    await once(socket, 'connect')
    const signal = AbortSignal.timeout(timeoutMs)
    socket.send(question(id, name, codes[type]))
    const [answer] = (await once(socket, 'message', { signal })) as [Buffer]
    return ttlOf(answer, id, codes[type])
  } catch {
    return undefined
  } finally {
    socket.close()
  }
}

/** One question with recursion desired. */
export function question(id: number, name: string, type: number): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')]))
  const head = Buffer.from([id >> 8, id & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([head, ...labels, Buffer.from([0, 0, type, 0, 1])])
}

/** The smallest TTL among an answer's records of the type; undefined where it has none, or is no answer to the question. */
export function ttlOf(answer: Buffer, id: number, type: number): number | undefined {
  if (answer.length < headerBytes || answer.readUInt16BE(0) !== id || (answer[2]! & 0x80) === 0) return undefined
  let at = headerBytes
  for (let n = answer.readUInt16BE(4); n > 0; n--) at = afterName(answer, at) + 4
  let least: number | undefined
  for (let n = answer.readUInt16BE(6); n > 0; n--) {
    at = afterName(answer, at)
    // RFC 2181 §8: a TTL with the top bit set counts as zero.
    const ttl = answer.readInt32BE(at + 4)
    if (answer.readUInt16BE(at) === type) least = Math.min(least ?? Infinity, Math.max(0, ttl))
    at += 10 + answer.readUInt16BE(at + 8)
  }
  return least
}

/** Labels up to the root, or up to a pointer (RFC 1035 §4.1.4). Throws RangeError beyond the end. */
function afterName(answer: Buffer, at: number): number {
  for (;;) {
    const length = answer.readUInt8(at)
    if (length >= 0xc0) return at + 2
    if (length === 0) return at + 1
    at += 1 + length
  }
}
