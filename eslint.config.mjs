import next from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import { floorConfigs } from './scripts/floors.mjs'

const config = [
  { ignores: ['node_modules/', '.next/', '.postroom*/', 'lib/db/generated/', 'lib/testing/api/schema.ts', 'next-env.d.ts', 'test-results/', 'playwright-report/'] },
  ...next,
  ...nextTypescript,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // Hooks live in components; elsewhere a name that begins with `use` is a plain verb.
  { files: ['**/*.ts'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  ...floorConfigs,
]

export default config
