declare module 'mailsplit' {
  import type { Transform } from 'node:stream'

  /** The parts of mailsplit 5 that lib/mail uses; it brings no types. */
  export interface MimeNode {
    type: 'node'
    parentNode: MimeNode | null
    contentType: string | false
    charset: string | false
    filename: string | false
    disposition: string | false
    encoding: string | false
    multipart: string | false
    rfc822: boolean
    headers: { getFirst(name: string): string }
    getDecoder(): Transform
  }
  export type Piece = MimeNode | { type: 'body' | 'data'; value: Buffer; node?: MimeNode }
  export class Splitter extends Transform {
    constructor(options?: { ignoreEmbedded?: boolean; maxHeadSize?: number; maxChildNodes?: number })
  }
}
