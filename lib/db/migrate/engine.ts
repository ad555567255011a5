import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationAdapter, offlineAdapter } from './adapter'

// Prisma's command line downloads a native schema engine from a CDN. The same engine is on npm as WebAssembly:
// this file loads it, so that migrations keep Prisma's own format and need no download.

type Bindings = {
  version(): string
  __wbg_set_wasm(exports: unknown): void
  SchemaEngine: {
    new: (options: { datamodels?: [string, string][] }, log: (event: string) => void, adapter: unknown) => Promise<SchemaEngine>
  }
}
export type SchemaEngine = Record<string, (params?: unknown) => Promise<unknown>>

const bindings = engineModule as unknown as Bindings
const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
const wasm = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm'))), {
  './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
})

let panic = ''
/** What the engine said when it last panicked; a panic surfaces as an uncaught RuntimeError. */
export const panicMessage = (): string => panic
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { get: () => panic, set_message: (m: string) => (panic = m) } })
bindings.__wbg_set_wasm(wasm.exports)
;(wasm.exports['__wbindgen_start'] as () => void)()

export interface OpenEngine {
  engine: SchemaEngine
  close(): Promise<void>
}

export const engineVersion = bindings.version()

/** `filters` that every migration command wants; nothing is left out. */
export const noFilters = { externalTables: [], externalEnums: [] }

/** The schema engine on a database, or (`offline`) on schema files alone. An empty `datamodels` would make it panic. */
export async function openEngine(options: { url: string; shadowUrl?: string; datamodels?: [string, string][]; offline?: boolean }): Promise<OpenEngine> {
  const factory = options.offline ? offlineAdapter() : new MigrationAdapter(options.url, options.shadowUrl)
  const datamodels = options.datamodels?.length ? options.datamodels : undefined
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  return { engine, close: async () => void (factory instanceof MigrationAdapter && (await factory.close())) }
}
