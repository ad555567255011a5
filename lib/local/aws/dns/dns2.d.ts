/** The part of dns2 that the local DNS uses: its codec. The package has no types of its own. */
declare module 'dns2/packet.js' {
  export interface Question {
    name: string
    type: number
    class: number
  }
  export interface Header {
    id: number
    qr: number
    opcode: number
    aa: number
    tc: number
    rd: number
    ra: number
    rcode: number
  }
  export interface Resource {
    name: string
    type: number
    class: number
    ttl: number
    [field: string]: unknown
  }
  export default class Packet {
    constructor(header?: Partial<Header>)
    header: Header
    questions: Question[]
    answers: Resource[]
    authorities: Resource[]
    additionals: Resource[]
    toBuffer(): Buffer
    static parse(data: Buffer): Packet
    static TYPE: Record<string, number>
    static CLASS: Record<string, number>
  }
}
