import { fromBufferPromise } from 'yauzl'

/** What is left of the work that one mail may cause: bytes and entries to expand, over all its archives. */
export interface Budget {
  bytes: number
  entries: number
}

export const freshBudget = (): Budget => ({ bytes: 64 * 1024 * 1024, entries: 1000 })

/** An archive that cannot be looked into: `encrypted`, or broken, or larger than the budget. */
export class SealedArchive extends Error {
  constructor(
    readonly encrypted: boolean,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
    this.name = 'SealedArchive'
  }
}

/** Whether the bytes begin as a zip does: a local file header (APPNOTE §4.3.7). */
export const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50

/**
 * The files of a zip, one after the other, so that one at a time is in memory. Throws SealedArchive.
 * The sizes that the zip states are checked while it is read: a lying one is broken.
 */
export async function* entriesOf(zip: Buffer, budget: Budget): AsyncGenerator<Buffer> {
  try {
    const file = await fromBufferPromise(zip, { lazyEntries: true, decodeStrings: false })
    for await (const entry of file.eachEntry()) {
      if (entry.isEncrypted()) throw new SealedArchive(true, 'The archive is encrypted.')
      budget.entries -= 1
      budget.bytes -= entry.uncompressedSize
      if (budget.entries < 0 || budget.bytes < 0) throw new SealedArchive(false, 'The archive holds more than is looked at.')
      const chunks: Buffer[] = []
      for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      yield Buffer.concat(chunks)
    }
  } catch (error) {
    if (error instanceof SealedArchive) throw error
    throw new SealedArchive(false, 'The archive is broken.', { cause: error })
  }
}
