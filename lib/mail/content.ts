import { cleanHtml, type CleanHtml } from './html'
import { allParts, readParts, textOf, type Part } from './parts'

/** Larger HTML, and larger pictures in it, are not shown; larger files are not given alone. Bytes, decoded. */
const mostHtml = 2 * 1024 * 1024
const mostFile = 30 * 1024 * 1024
const mostPicture = 2 * 1024 * 1024
const mostPictures = 4 * 1024 * 1024
const pictures = /^image\/(png|jpeg|gif|webp)$/

const isHtml = (part: Part) => part.contentType === 'text/html' && part.disposition !== 'attachment'

/** One part's bytes, decoded; undefined where there is none of this path, or it is larger than 30 MB. */
export async function fileOf(raw: Buffer, path: string): Promise<{ part: Part; bytes: Buffer } | undefined> {
  const { root, bodies } = await readParts(raw, (p) => (p.path === path ? mostFile : 0))
  const part = allParts(root).find((p) => p.path === path)
  const bytes = bodies.get(path)
  return part && bytes && { part, bytes }
}

/** A mail's HTML for a sandboxed frame, and as it came; undefined where it has none, or more than 2 MB of it. */
export async function htmlOf(raw: Buffer, remote: boolean): Promise<(CleanHtml & { source: string }) | undefined> {
  const { root, bodies } = await readParts(raw, (p) => (isHtml(p) ? mostHtml : p.contentId && pictures.test(p.contentType) ? mostPicture : 0))
  const parts = allParts(root)
  const first = parts.find((p) => isHtml(p) && bodies.has(p.path))
  if (!first) return undefined
  let left = mostPictures
  const inline = (contentId: string): string | undefined => {
    const part = parts.find((p) => p.contentId === contentId && pictures.test(p.contentType))
    const body = part && bodies.get(part.path)
    if (!part || !body || body.length > left) return undefined
    left -= body.length
    return `data:${part.contentType};base64,${body.toString('base64')}`
  }
  const source = textOf(bodies.get(first.path)!, first.charset)
  return { ...cleanHtml(source, { remote, inline }), source }
}
