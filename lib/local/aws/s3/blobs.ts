import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'

/**
 * Immutable contents as files: `<dir>/<two hex>/<id>`. A content is written aside, synced, renamed and its folder synced, so that
 * what a caller was told is stored survives a power cut. Metadata names the content by id; replacing an object makes a new id.
 * A crash between the two leaves at worst a file that nothing names.
 */
export class Blobs {
  private readonly folders = new Set<string>()

  constructor(private readonly dir: string) {
    rmSync(this.temporary(), { recursive: true, force: true })
    mkdirSync(this.temporary(), { recursive: true, mode: 0o700 })
  }

  /** Stores the content durably and gives its id. */
  write(content: Buffer): Promise<string> {
    return this.create((file) => file.writeFile(content))
  }

  /** Stores the concatenation of other contents, without holding it in memory. */
  concatenate(ids: string[]): Promise<string> {
    return this.create(async (file) => {
      for (const id of ids) {
        const source = await open(this.place(id))
        try {
          for await (const chunk of source.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) await file.write(chunk as Buffer)
        } finally {
          await source.close()
        }
      }
    })
  }

  /** A second name for the same bytes, so that either may be removed alone. */
  async duplicate(id: string): Promise<string> {
    const copy = randomBytes(16).toString('hex')
    await this.folder(copy)
    await link(this.place(id), this.place(copy))
    await this.sync(path.dirname(this.place(copy)))
    return copy
  }

  read(id: string): Promise<Buffer> {
    return readFile(this.place(id))
  }

  /** Bytes `start` to `end`, both included. */
  async readRange(id: string, start: number, end: number): Promise<Buffer> {
    const file = await open(this.place(id))
    try {
      const buffer = Buffer.alloc(end - start + 1)
      let done = 0
      while (done < buffer.length) {
        const { bytesRead } = await file.read(buffer, done, buffer.length - done, start + done)
        if (bytesRead === 0) throw new Error(`the stored content ${id} is shorter than its metadata says`)
        done += bytesRead
      }
      return buffer
    } finally {
      await file.close()
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.place(id), { force: true })
  }

  private async create(fill: (file: FileHandle) => Promise<unknown>): Promise<string> {
    const id = randomBytes(16).toString('hex')
    const aside = path.join(this.temporary(), id)
    try {
      const file = await open(aside, 'wx', 0o600)
      try {
        await fill(file)
        await file.sync()
      } finally {
        await file.close()
      }
      await this.folder(id)
      await rename(aside, this.place(id))
    } catch (error) {
      await rm(aside, { force: true })
      throw error
    }
    await this.sync(path.dirname(this.place(id)))
    return id
  }

  private async folder(id: string): Promise<void> {
    const folder = path.dirname(this.place(id))
    if (this.folders.has(folder)) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await this.sync(this.dir)
    this.folders.add(folder)
  }

  private async sync(folder: string): Promise<void> {
    const handle = await open(folder)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  private temporary(): string {
    return path.join(this.dir, 'tmp')
  }

  private place(id: string): string {
    return path.join(this.dir, id.slice(0, 2), id)
  }
}
