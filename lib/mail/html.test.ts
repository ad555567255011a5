import { expect, it } from 'vitest'
import { cleanHtml, linkOf } from './html'

const clean = (html: string, remote = false) => cleanHtml(html, { remote, inline: (id) => (id === 'logo@x' ? 'data:image/png;base64,AA==' : undefined) })

it.each([
  ['<script>alert(1)</script>ok', 'ok'],
  ['<p onclick="x()" id="a">ok</p>', '<p>ok</p>'],
  ['<svg><script>alert(1)</script></svg>ok', 'ok'],
  ['<math><mtext><img src=x onerror=alert(1)></mtext></math>ok', 'ok'],
  ['<form action="https://e.example"><input name=a>ok</form>', 'ok'],
  ['<meta http-equiv=refresh content="0;url=https://e.example"><base href="https://e.example">ok', 'ok'],
  ['<iframe srcdoc="<script>alert(1)</script>"></iframe>ok', 'ok'],
  ['<style>@import url(https://e.example)</style>ok', 'ok'],
  ['<p style="color:red;background:url(https://e.example)">ok</p>', '<p style="color:red">ok</p>'],
  ['<p style="width:expression(alert(1));back\\67round:u\\72l(//e.example)">ok</p>', '<p>ok</p>'],
  ['<p style="position:fixed;color:red">ok</p>', '<p style="color:red">ok</p>'],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>">ok', '<img />ok'],
])('%s → %s', (source, html) => {
  expect(clean(source).html).toBe(html)
})

it.each(['javascript:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)', 'data:text/html,<script>1</script>', 'vbscript:x', '//e.example', 'blob:x'])('a link to %j goes nowhere', (href) => {
  expect(clean(`<a href="${href.replace(/"/g, '&quot;')}">x</a>`).html).not.toContain('href')
})

it('opens links apart, without a referrer', () => {
  expect(clean('<a href="https://a.example/" target="_top" ping="https://e.example">x</a>').html).toBe('<a href="https://a.example/" target="_blank" rel="noopener noreferrer nofollow">x</a>')
})

it('leaves remote pictures out and counts them; asked, only those over https', () => {
  const source = '<img src="https://e.example/a.png" srcset="https://e.example/b.png 2x"><img src="http://e.example/b.png"><table background="//e.example/c.png"></table>'
  expect(clean(source)).toMatchObject({ blocked: 3, html: '<img /><img /><table></table>' })
  expect(clean(source, true).html).toBe('<img src="https://e.example/a.png" /><img /><table></table>')
})

it('puts in the pictures that the mail brings', () => {
  expect(clean('<img src="cid:logo%40x" alt="Logo">').html).toBe('<img alt="Logo" src="data:image/png;base64,AA==" />')
  expect(clean('<img src="cid:other">').html).toBe('<img />')
})

it('ends nesting that has no end', () => {
  const { html } = clean('<div>'.repeat(50_000) + 'deep')
  expect(html.length).toBeLessThan(10_000)
})

it('lists links, and says which text names another domain', () => {
  expect(clean('<a href="https://evil.example/x">https://bank.test/login</a> <a href="https://www.a.test">a.test</a>').links).toEqual([
    { text: 'https://bank.test/login', href: 'https://evil.example/x', deceptive: { shown: 'bank.test', real: 'evil.example' } },
    { text: 'a.test', href: 'https://www.a.test' },
  ])
})

it.each([
  ['Log in', 'https://evil.example', undefined],
  ['BANK.test', 'https://bank.test/', undefined],
  ['https://bank.test@evil.example/', 'https://evil.example/', undefined],
  ['bаnk.test', 'https://bank.test/', 'xn--bnk-6cd.test'],
  ['me@bank.test', 'mailto:me@evil.example', 'bank.test'],
])('%s to %s promises %s', (text, href, shown) => {
  expect(linkOf(text, href).deceptive?.shown).toBe(shown)
})
