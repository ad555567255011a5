import { ESLint } from 'eslint'
import { beforeAll, expect, it } from 'vitest'

const eslint = new ESLint()
const complaints = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(code, { filePath })
  return result!.messages.filter((m) => m.ruleId === '@typescript-eslint/no-restricted-imports').map((m) => m.message)
}

// Loading the plugins takes seconds, once.
beforeAll(() => complaints('lib/core/x.ts', 'export {}'), 60_000)

it.each([
  ['lib/core/rules/x.ts', `import { database } from '@/lib/db/client'\nexport const x = database`],
  ['lib/core/rules/x.ts', `import { readFileSync } from 'node:fs'\nexport const x = readFileSync`],
  ['lib/db/x.ts', `import { s3 } from '@/lib/aws/clients'\nexport const x = s3`],
  ['lib/services/domain/x.ts', `import { route } from '@/lib/web/route'\nexport const x = route`],
  ['lib/services/domain/x.ts', `import { S3Client } from '@aws-sdk/client-s3'\nexport const x = S3Client`],
  ['lib/pipeline/x.ts', `import { startPostgres } from '@/lib/local/postgres/server'\nexport const x = startPostgres`],
  ['lib/local/x.ts', `import { database } from '@/lib/db/client'\nexport const x = database`],
  ['components/message/x.tsx', `import { listMessages } from '@/lib/services/message/list'\nexport const x = listMessages`],
  ['app/page.tsx', `import { database } from '@/lib/db/client'\nexport const x = database`],
  ['lib/services/domain/x.ts', `import { x } from '../../web/route'\nexport const y = x`],
])('refuses an import that goes up or aside: %s, %s', async (file, code) => {
  expect(await complaints(file, code)).not.toEqual([])
})

it('lets imports go down', async () => {
  expect(await complaints('lib/services/domain/x.ts', `import { database } from '@/lib/db/client'\nimport { log } from '@/lib/log'\nexport const x = [database, log]`)).toEqual([])
})
