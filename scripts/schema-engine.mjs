#!/usr/bin/env node
// A drop-in for Prisma's native schema engine: the same command line and JSON-RPC over stdio, on its WebAssembly build.
import { register } from 'tsx/esm/api'

register()
await import('./schema-engine.ts')
