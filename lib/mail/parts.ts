import { Splitter, type MimeNode, type Piece } from 'mailsplit'
import { clean, cut } from '@/lib/core/message/clean'

export interface Part {
  /** Its place: "" for the mail itself, then "1", "1.2" … */
  path: string
  contentType: string
  charset: string
  filename: string
  disposition: string
  /** Without angle brackets. */
  contentId: string
  encoding: string
  /** Decoded, bytes; 0 for what only holds others. */
  size: number
  children: Part[]
}

export interface Parts {
  root: Part | undefined
  /** Decoded bodies of the parts that were asked for, by path; those above their limit are left out. */
  bodies: Map<string, Buffer>
  /** Why the mail could not be read to its end. */
  error?: string
}

const mostParts = 500
const mostHead = 256 * 1024
const chunk = 256 * 1024

/**
 * The MIME tree of a mail, and the decoded bodies that `wanted` asks for (most bytes, or 0). An attached mail is a leaf: it is somebody's file.
 * What cannot be read ends the tree with `error`. Never rejects.
 */
export async function readParts(raw: Buffer, wanted: (part: Part) => number): Promise<Parts> {
  const splitter = new Splitter({ ignoreEmbedded: true, maxHeadSize: mostHead, maxChildNodes: mostParts })
  const reading = new Reading(wanted)
  let error: string | undefined
  try {
    const feed = async () => {
      for (let at = 0; at < raw.length; at += chunk)
        if (!splitter.write(raw.subarray(at, at + chunk))) await new Promise((resolve) => splitter.once('drain', resolve))
      splitter.end()
    }
    void feed()
    for await (const piece of splitter as AsyncIterable<Piece>) await reading.take(piece)
    await reading.close()
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown)
  }
  const { root, bodies } = reading
  return error === undefined ? { root, bodies } : { root, bodies, error }
}

class Reading {
  root: Part | undefined
  readonly bodies = new Map<string, Buffer>()
  private readonly parts = new Map<MimeNode, Part>()
  private leaf: Leaf | undefined

  constructor(private readonly wanted: (part: Part) => number) {}

  async take(piece: Piece): Promise<void> {
    if (piece.type === 'body') return this.leaf?.write(piece.value)
    if (piece.type !== 'node') return
    await this.close()
    const parent = piece.parentNode ? this.parts.get(piece.parentNode) : undefined
    const part = partOf(piece, parent)
    this.parts.set(piece, part)
    if (parent) parent.children.push(part)
    else this.root ??= part
    if (!piece.multipart) this.leaf = new Leaf(part, piece, this.wanted(part))
  }

  async close(): Promise<void> {
    const { leaf } = this
    this.leaf = undefined
    const body = await leaf?.end()
    if (leaf && body) this.bodies.set(leaf.part.path, body)
  }
}

/** Decodes one leaf as it comes; bytes above the limit are counted and not kept. */
class Leaf {
  private readonly decoder
  private readonly kept: Buffer[] = []
  private readonly ended: Promise<unknown>

  constructor(
    readonly part: Part,
    node: MimeNode,
    private readonly most: number,
  ) {
    this.decoder = node.getDecoder()
    this.decoder.on('data', (bytes: Buffer) => {
      part.size += bytes.length
      if (part.size <= this.most) this.kept.push(bytes)
    })
    this.ended = new Promise((resolve) => this.decoder.once('end', resolve).once('error', resolve))
  }

  write(bytes: Buffer): void {
    this.decoder.write(bytes)
  }

  async end(): Promise<Buffer | undefined> {
    this.decoder.end()
    await this.ended
    return this.most > 0 && this.part.size <= this.most ? Buffer.concat(this.kept) : undefined
  }
}

const word = (value: unknown, most = 300): string => (typeof value === 'string' ? cut(clean(value), most) : '')

function partOf(node: MimeNode, parent: Part | undefined): Part {
  return {
    path: parent ? `${parent.path}${parent.path && '.'}${parent.children.length + 1}` : '',
    contentType: word(node.contentType) || 'text/plain',
    charset: word(node.charset, 50),
    filename: word(node.filename, 500),
    disposition: word(node.disposition, 50),
    contentId: word(node.headers?.getFirst('Content-ID')).replace(/^\s*<|>\s*$/g, ''),
    encoding: word(node.encoding, 50),
    size: 0,
    children: [],
  }
}

/** Every part, in the order of the mail. */
export const allParts = (part: Part | undefined): Part[] => (part ? [part, ...part.children.flatMap(allParts)] : [])

/** Text of a part by its charset; what names none, or an unknown one, is UTF-8 where it fits, else Windows-1252. */
export function textOf(bytes: Buffer, charset: string): string {
  for (const label of [charset, 'utf-8']) {
    try {
      if (label) return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}
