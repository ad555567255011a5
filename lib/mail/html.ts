import sanitize from 'sanitize-html'
import { getDomain } from 'tldts'

/*
 * The second wall around a mail's HTML. The first is the frame: sandboxed without scripts or our origin, under a policy that lets
 * nothing load. This one keeps markup of a closed list and rebuilds it, so that a hole in either does not open the other.
 * Style elements go, since mail that matters writes its styles into attributes, and what is no text, table or picture goes with them.
 */

export interface HtmlLink {
  /** As it reads; '' for a picture. */
  text: string
  href: string
  /** Set where the text names another domain than the one it goes to. */
  deceptive?: { shown: string; real: string }
}

export interface CleanHtml {
  html: string
  /** Pictures from other servers that were left out. */
  blocked: number
  links: HtmlLink[]
}

interface Options {
  /** Pictures over https may load. */
  remote: boolean
  /** The data: address of a picture that the mail brings, by Content-ID. */
  inline: (contentId: string) => string | undefined
}

const look = ['style', 'align', 'valign', 'bgcolor', 'color', 'width', 'height', 'dir', 'lang', 'title']
const tags = (
  'a abbr address article b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer ' +
  'h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ')
// Deeper markup is a stranger's try at our stack; real mail has some thirty levels.
const deepest = 256
const mostLinks = 200

// One value with a function that loads, an escape that could spell one, or what old engines ran, and the whole style goes.
const badStyle = /url|image|import|expression|behaviou?r|binding|src|attr|env|var|@|\\|<|\/\*/i
const safeStyle = (style: string): string =>
  style
    .split(';')
    .filter((declaration) => !badStyle.test(declaration) && /^\s*[a-z-]{2,40}\s*:/i.test(declaration) && !/position|z-index/i.test(declaration.split(':')[0]!))
    .join(';')

export function cleanHtml(source: string, { remote, inline }: Options): CleanHtml {
  let blocked = 0
  const found = new Map<string, string>()
  const links: HtmlLink[] = []
  const html = sanitize(source, {
    allowedTags: tags,
    allowedAttributes: {
      '*': look,
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt', 'border'],
      font: ['face', 'size'],
      table: ['border', 'cellpadding', 'cellspacing', 'role'],
      td: ['colspan', 'rowspan', 'nowrap'],
      th: ['colspan', 'rowspan', 'nowrap', 'scope'],
      col: ['span'],
      ol: ['start', 'type'],
      details: ['open'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['https', 'data'] },
    allowProtocolRelative: false,
    nestingLimit: deepest,
    parseStyleAttributes: false,
    disallowedTagsMode: 'discard',
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext', 'svg', 'math', 'object', 'select'],
    transformTags: {
      body: (_tag, { style = '', bgcolor = '', dir = '' }) => ({ tagName: 'div', attribs: strip({ style: safeStyle(style), bgcolor, dir }) }),
      a: (tagName, { style, ...attribs }) => {
        const href = attribs['href']?.trim() ?? ''
        if (/^https?:|^mailto:/i.test(href) && found.size < mostLinks) found.set(href, '')
        return { tagName, attribs: strip({ ...attribs, href, style: safeStyle(style ?? ''), target: '_blank', rel: 'noopener noreferrer nofollow' }) }
      },
      img: (tagName, { src = '', style, ...attribs }) => {
        const cid = /^\s*cid:(.+)$/i.exec(src)?.[1]
        const own = cid === undefined ? undefined : inline(decoded(cid.trim()))
        const isRemote = cid === undefined && /^\s*(https?:|\/\/)/i.test(src)
        if (isRemote && !remote) blocked += 1
        const shown = own ?? (/^data:image\/(png|jpeg|gif|webp);/i.test(src) || (isRemote && remote && /^\s*https:/i.test(src)) ? src : '')
        return { tagName, attribs: strip({ ...attribs, src: shown, style: safeStyle(style ?? '') }) }
      },
      '*': (tagName, { style, background, ...attribs }) => {
        if (/https?:|\/\//i.test(background ?? '')) blocked += 1
        if (/url\s*\(/i.test(style ?? '') && !remote) blocked += 1
        return { tagName, attribs: strip({ ...attribs, style: safeStyle(style ?? '') }) }
      },
    },
    exclusiveFilter: (frame) => {
      if (frame.tag !== 'a') return false
      const href = frame.attribs['href'] ?? ''
      if (/^(https?|mailto):/i.test(href) && links.length < mostLinks) links.push(linkOf(frame.text.replace(/\s+/g, ' ').trim().slice(0, 300), href.slice(0, 2000)))
      return false
    },
  })
  return { html, blocked, links }
}

const strip = (attribs: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(attribs).filter(([, value]) => value !== ''))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A text that names a domain promises to go there. */
export function linkOf(text: string, href: string): HtmlLink {
  const shown = /^(?:[a-z]+:\/\/)?(?:[^\s/@]*@)?((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,})(?=[/:?#\s.,]|$)/iu.exec(text)?.[1]
  const real = hostOf(href)
  if (!shown || !real) return { text, href }
  const promised = hostOf(`http://${shown}`)
  const [a, b] = [promised && (getDomain(promised) ?? promised), getDomain(real) ?? real]
  return !a || a === b ? { text, href } : { text, href, deceptive: { shown: a, real: b } }
}

function hostOf(href: string): string | undefined {
  try {
    const url = new URL(href)
    return url.protocol === 'mailto:' ? url.pathname.split('@').at(-1)?.toLowerCase() : url.hostname
  } catch {
    return undefined
  }
}
