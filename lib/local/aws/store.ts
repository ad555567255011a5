import { mkdirSync } from 'node:fs'
import { open, type Database, type RootDatabase } from 'lmdb'

/** A named table of JSON-like values under string keys, ordered by key. Reads are synchronous, writes are durable when awaited. */
export type Table<T> = Database<T, string>

/** The local AWS's state on disk (LMDB): it survives a restart and a kill, and costs no server. */
export class Store {
  private readonly tables = new Map<string, Table<unknown>>()
  private constructor(private readonly root: RootDatabase) {}

  /** `dir` is made when missing. One process at a time opens a store for writing. */
  static open(dir: string): Store {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return new Store(open({ path: dir, maxDbs: 64, encoding: 'msgpack' }))
  }

  table<T>(name: string): Table<T> {
    let t = this.tables.get(name)
    if (!t) this.tables.set(name, (t = this.root.openDB<unknown, string>({ name })))
    return t as Table<T>
  }

  /** Runs `work` as one atomic, durable write over any of the tables. */
  transaction<R>(work: () => R): Promise<R> {
    return this.root.transaction(work)
  }

  close(): Promise<void> {
    return this.root.close()
  }
}
