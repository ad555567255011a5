declare module 'tar-stream' {
  import type { Readable } from 'node:stream'

  /** The part of tar-stream 3 that an export uses; it brings no types. */
  export interface Pack extends Readable {
    /** Writes a file; `done` comes when there is room for the next. */
    entry(header: { name: string; mtime?: Date }, content: Buffer | string, done: (error?: Error | null) => void): unknown
    finalize(): void
  }
  export function pack(): Pack

  /** For tests: reads an archive, entry by entry. */
  export function extract(): NodeJS.WritableStream & AsyncIterable<AsyncIterable<Buffer> & { header: { name: string } }>
}
