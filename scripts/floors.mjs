// Which folder may import from which (ARCHITECTURE.md, "The house"). Imports go down only. Used by eslint.config.mjs.

const all = ['app', 'components', 'lib/core', 'lib/db', 'lib/aws', 'lib/queue', 'lib/mail', 'lib/dns', 'lib/http', 'lib/services', 'lib/pipeline', 'lib/web', 'lib/worker', 'lib/local', 'lib/testing', 'prisma', 'scripts', 'bench', 'e2e']

/** Folder → the folders that it may import from, itself and lib/config, lib/log apart. */
export const floors = {
  'lib/core': [],
  'lib/db': ['lib/core'],
  'lib/aws': ['lib/core'],
  'lib/queue': ['lib/core'],
  'lib/mail': ['lib/core'],
  'lib/dns': ['lib/core'],
  'lib/http': ['lib/dns', 'lib/core'],
  'lib/services': ['lib/db', 'lib/aws', 'lib/queue', 'lib/dns', 'lib/core'],
  'lib/pipeline': ['lib/services', 'lib/db', 'lib/aws', 'lib/queue', 'lib/mail', 'lib/dns', 'lib/http', 'lib/core'],
  'lib/web': ['lib/pipeline', 'lib/services', 'lib/queue', 'lib/db', 'lib/core'],
  'lib/worker': ['lib/pipeline', 'lib/services', 'lib/queue', 'lib/db', 'lib/core'],
  'lib/local': ['lib/core'],
  components: ['lib/core'],
  app: ['lib/web', 'lib/services', 'components', 'lib/core'],
}

/** Node's ways to the outside, and the packages of floor 1: core is pure. */
const outside = ['node:fs', 'node:fs/*', 'node:net', 'node:http', 'node:https', 'node:dns', 'node:dns/*', 'node:child_process', 'node:timers/*', 'pg', 'pg-boss', 'pino', '@prisma/*', '@aws-sdk/*', 'nodemailer', 'mailparser']
/** The packages that one folder alone may touch. */
const owners = { 'lib/db': ['@prisma/client', '@prisma/adapter-pg'], 'lib/aws': ['@aws-sdk/*'], 'lib/queue': ['pg-boss'], 'lib/mail': ['mailparser'], 'lib/http': ['request-filtering-agent'] }

const patternsFor = (folder) => {
  const allowed = new Set([folder, ...floors[folder]])
  const banned = all.filter((f) => !allowed.has(f))
  const foreign = Object.entries(owners).filter(([owner]) => owner !== folder).flatMap(([, packages]) => packages)
  return [
    { group: banned.flatMap((f) => [`@/${f}`, `@/${f}/**`]), message: `${folder} may import from ${[...allowed].join(', ')} alone: imports go down only.` },
    { group: ['../*', '../**'], message: 'Across folders import by @/…, so that the floors can be checked.' },
    ...(folder === 'lib/core' ? [{ group: outside, message: 'lib/core is pure: clock, randomness and I/O come in as arguments.' }] : []),
    ...(folder.startsWith('lib/') && folder !== 'lib/core' && folder !== 'lib/local' && foreign.length
      ? [{ group: foreign, allowTypeImports: true, message: 'This package is touched in its own folder of floor 1 alone.' }]
      : []),
  ]
}

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts']

/** ESLint configurations, one a folder. Tests may import what they test with. */
export const floorConfigs = Object.keys(floors).map((folder) => ({
  name: `floor ${folder}`,
  files: [`${folder}/**/*.{ts,tsx}`],
  ignores: tests,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: patternsFor(folder) }] },
}))
