import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LocalJson } from '@/lib/local/local-json'
import { readLocalJson, withProduct } from '../scripts/product'

/** Runs `work` on the copy that POSTROOM_LOCAL_JSON names, else on one of its own, with the demo's mails in its log. */
export async function onCopy<R>(work: (local: LocalJson) => Promise<R>): Promise<R> {
  const named = process.env['POSTROOM_LOCAL_JSON']
  if (named) return work(readLocalJson(named))
  const folder = mkdtempSync(path.join(tmpdir(), 'postroom-bench-'))
  chmodSync(folder, 0o755)
  try {
    return await withProduct(path.join(folder, 'home'), (file) => work(readLocalJson(file)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
