import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname) }
const files = ['lib', 'app', 'components', 'scripts', 'prisma', 'bench'].map((d) => `${d}/**`)

export default defineConfig({
  resolve: { alias },
  test: {
    // Vitest leaves one core free, on a machine with two that is half of it: most of these tests wait for a database or a program.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: files.map((f) => `${f}/*.test.{ts,tsx}`), exclude: ['**/*.int.test.ts', '**/node_modules/**'], setupFiles: ['lib/testing/setup.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'int',
          include: files.map((f) => `${f}/*.int.test.ts`),
          globalSetup: ['lib/testing/cluster.ts'],
          setupFiles: ['lib/testing/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
