import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** The checksum algorithms of S3 ("Checking object integrity", Amazon S3 User Guide), as they stand in header names. */
const algorithms = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const
export type Algorithm = (typeof algorithms)[number]

export const isAlgorithm = (name: string): name is Algorithm => (algorithms as readonly string[]).includes(name)

/** Base64 of the big-endian digest, as S3 writes checksums. */
export function checksum(algorithm: Algorithm, content: Buffer): string {
  switch (algorithm) {
    case 'crc32':
      return word(crc32(content))
    case 'crc32c':
      return word(crc32c(content))
    case 'crc64nvme':
      return crc64nvme(content).toString('base64')
    default:
      return createHash(algorithm).update(content).digest('base64')
  }
}

function word(value: number): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes.toString('base64')
}

// CRC-32C (Castagnoli), reflected polynomial of RFC 3720 §12.1.
const castagnoli = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0x82f63b78 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc32c(content: Buffer): number {
  let c = 0xffffffff
  for (const byte of content) c = (castagnoli[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

// CRC-64/NVME (NVM Express Command Set, "64b CRC"), reflected polynomial 9a6c9329ac4bc9b5.
// Two 32-bit halves, because BigInt is too slow for each byte.
const high = new Uint32Array(256)
const low = new Uint32Array(256)
for (let n = 0; n < 256; n++) {
  let c = BigInt(n)
  for (let k = 0; k < 8; k++) c = c & 1n ? (c >> 1n) ^ 0x9a6c9329ac4bc9b5n : c >> 1n
  high[n] = Number(c >> 32n)
  low[n] = Number(c & 0xffffffffn)
}

function crc64nvme(content: Buffer): Buffer {
  let h = 0xffffffff
  let l = 0xffffffff
  for (const byte of content) {
    const i = (l ^ byte) & 0xff
    l = ((l >>> 8) | (h << 24)) ^ (low[i] ?? 0)
    h = (h >>> 8) ^ (high[i] ?? 0)
  }
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE((h ^ 0xffffffff) >>> 0, 0)
  bytes.writeUInt32BE((l ^ 0xffffffff) >>> 0, 4)
  return bytes
}
