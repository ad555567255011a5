import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket as Connection } from 'node:net'
import type { Dns } from '@/lib/local/aws/contracts'
import type { Store } from '@/lib/local/aws/store'
import { log } from '@/lib/log'
import { answer } from './answer'
import { builtIn } from './built-in'
import { isRecordType, toAnswer, type RecordType } from './record'
import { Zone } from './zone'

/** A TCP client that neither asks nor leaves is cut off. */
const TCP_IDLE_MS = 10_000
/** Pairs of UDP and TCP ports that are tried when any free one will do. */
const MAX_PORT_TRIES = 20

/** `dns/promises`' error for a name or record that is not there. */
class LookupError extends Error {
  constructor(
    readonly code: 'ENOTFOUND' | 'ENODATA' | 'ESERVFAIL',
    readonly hostname: string,
  ) {
    super(`query ${code} ${hostname}`)
    this.name = 'LookupError'
  }
}

/** The local DNS on 127.0.0.1, UDP and TCP on one port (0: any free one). Rejects with EADDRINUSE where the port is taken. */
export async function startDns({
  store,
  region,
  port,
}: {
  store: Store
  region: string
  port: number
}): Promise<Dns & { close(): Promise<void> }> {
  const zone = new Zone(store, builtIn(region))
  const connections = new Set<Connection>()
  const { udp, tcp } = await bind(port)

  udp.on('message', (message, from) => {
    const reply = answered(zone, message, 'udp')
    if (reply) udp.send(reply, from.port, from.address)
  })
  udp.on('error', (err) => log.warn({ err }, 'local DNS: UDP'))
  tcp.on('error', (err) => log.warn({ err }, 'local DNS: TCP'))
  tcp.on('connection', (connection) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
    serve(zone, connection)
  })

  return {
    port: () => udp.address().port,
    list: () => zone.list(),
    set: async (name, type, values) => void (await zone.set(name, type, values)),
    resolve: (name, type) => lookup(zone, name, type.toUpperCase()),
    close: async () => {
      for (const c of connections) c.destroy()
      await Promise.all([new Promise<void>((done) => udp.close(() => done())), new Promise<void>((done) => tcp.close(() => done()))])
    },
  }
}

async function lookup(zone: Zone, name: string, type: string): Promise<unknown> {
  if (!isRecordType(type)) throw new LookupError('ENODATA', name)
  const found = zone.find(name, type)
  if (!found.exists) throw new LookupError('ENOTFOUND', name)
  if (found.loop) throw new LookupError('ESERVFAIL', name)
  if (!found.records) throw new LookupError('ENODATA', name)
  return shape(type, found.records.values)
}

/** A name has one SOA; all other types come as lists. */
const shape = (type: RecordType, values: string[]): unknown =>
  type === 'SOA' ? toAnswer(type, values[0] ?? '') : values.map((v) => toAnswer(type, v))

function answered(zone: Zone, message: Buffer, transport: 'udp' | 'tcp'): Buffer | undefined {
  try {
    return answer(zone, message, transport)
  } catch (err) {
    log.warn({ err }, 'local DNS: a question that could not be answered')
    return undefined
  }
}

/** Questions over TCP: each with its length in front (RFC 1035 §4.2.2), any number on one connection (RFC 7766 §6.2.1). */
function serve(zone: Zone, connection: Connection): void {
  let pending: Buffer = Buffer.alloc(0)
  connection.setTimeout(TCP_IDLE_MS, () => connection.destroy())
  connection.on('error', () => connection.destroy())
  connection.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk])
    while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
      const end = 2 + pending.readUInt16BE(0)
      const reply = answered(zone, pending.subarray(2, end), 'tcp')
      pending = pending.subarray(end)
      if (!reply) return void connection.destroy()
      const length = Buffer.alloc(2)
      length.writeUInt16BE(reply.length)
      connection.write(Buffer.concat([length, reply]))
    }
  })
}

async function bind(port: number): Promise<{ udp: Socket; tcp: Server }> {
  for (let left = MAX_PORT_TRIES; ; left--) {
    const tcp = createServer()
    tcp.listen(port, '127.0.0.1')
    await once(tcp, 'listening')
    const udp = createSocket('udp4')
    try {
      udp.bind((tcp.address() as AddressInfo).port, '127.0.0.1')
      await once(udp, 'listening')
      return { udp, tcp }
    } catch (error) {
      udp.close()
      tcp.close()
      // Another program has the UDP port of the number that TCP got: take the next.
      if (port !== 0 || left <= 1) throw error
    }
  }
}
