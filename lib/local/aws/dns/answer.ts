import Packet from 'dns2/packet.js'
import { toResource, types, type RecordType } from './record'
import type { RecordSet, Zone } from './zone'

const OPT = 41
const ANY = 255
/** The largest answer over UDP that we send to those who take more than 512 bytes (RFC 9715 §3.2's bound is near). */
const MAX_UDP = 1232

const typeNames = new Map(Object.entries(types).map(([name, n]) => [n as number, name as RecordType]))
const rcodes = { FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4 } as const

/** The zone's authority in negative answers, so that resolvers know how long they hold (RFC 2308). */
const soa: RecordSet = { name: '', type: 'SOA', values: ['ns.localhost hostmaster.localhost 1 1 1 1 1'] }

/** Answers one DNS message. `limit` is the transport's size (65,535 over TCP). Undefined: not a question, to be left unanswered. */
export function answer(zone: Zone, message: Buffer, transport: 'udp' | 'tcp'): Buffer | undefined {
  if (message.length < 12 || (message.readUInt8(2) & 0x80) !== 0) return undefined
  const opcode = (message.readUInt8(2) >> 3) & 15
  const end = questionEnd(message)
  const header = { id: message.readUInt16BE(0), qr: 1, opcode, aa: 1, rd: message.readUInt8(2) & 1, ra: 1 }
  if (opcode !== 0) return new Packet({ ...header, aa: 0, rcode: rcodes.NOTIMP }).toBuffer()
  if (end === undefined) return new Packet({ ...header, aa: 0, rcode: rcodes.FORMERR }).toBuffer()

  // The codec gets the question alone: its loops over other sections trust their counts.
  const asked = Buffer.from(message.subarray(0, end))
  asked.fill(0, 6, 12)
  const [question] = Packet.parse(asked).questions
  if (!question) return new Packet({ ...header, aa: 0, rcode: rcodes.FORMERR }).toBuffer()
  const response = new Packet(header)
  response.questions = [question]
  const udpSize = ednsSize(message, end)
  fill(response, zone, question.name, question.type)
  if (udpSize !== undefined) response.additionals.push({ name: '', type: OPT, class: MAX_UDP, ttl: 0, rdata: [] })

  const bytes = response.toBuffer()
  const limit = transport === 'tcp' ? 65_535 : Math.min(Math.max(udpSize ?? 512, 512), MAX_UDP)
  if (bytes.length <= limit) return bytes
  response.answers = []
  response.authorities = []
  response.header.tc = 1
  return response.toBuffer()
}

function fill(response: Packet, zone: Zone, name: string, asked: number): void {
  const type = typeNames.get(asked)
  if (asked === ANY) {
    for (const t of typeNames.values()) {
      const found = zone.find(name, t)
      if (found.exists && found.chain.length === 0 && found.records) add(response, found.records)
    }
    if (response.answers.length > 0) return
  }
  const found = zone.find(name, type ?? 'A')
  if (found.exists && found.loop) {
    response.header.rcode = rcodes.SERVFAIL
    return
  }
  for (const link of found.chain) add(response, link)
  const records = found.exists && type ? found.records : undefined
  if (records) return add(response, records)
  if (!found.exists) response.header.rcode = rcodes.NXDOMAIN
  response.authorities.push(...soa.values.map((v) => toResource(soa.name, 'SOA', v)))
}

const add = (response: Packet, { name, type, values }: RecordSet): void => {
  response.answers.push(...values.map((v) => toResource(name, type, v)))
}

/** Where the one question ends; undefined where there is not exactly one, or it is compressed or cut short. */
function questionEnd(message: Buffer): number | undefined {
  if (message.readUInt16BE(4) !== 1) return undefined
  for (let at = 12; at < message.length && at < 12 + 255;) {
    const length = message.readUInt8(at)
    if (length > 63) return undefined
    at += length + 1
    if (length === 0) return at + 4 <= message.length ? at + 4 : undefined
  }
  return undefined
}

/** The sender's UDP size where an OPT record (RFC 6891 §6.1.2) follows the question. */
function ednsSize(message: Buffer, at: number): number | undefined {
  const isOpt = message.length >= at + 11 && message.readUInt8(at) === 0 && message.readUInt16BE(at + 1) === OPT
  return isOpt ? message.readUInt16BE(at + 3) : undefined
}
