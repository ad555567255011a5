import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

// The colours are read from the style sheet, so that a change there is measured here.
const css = readFileSync(path.resolve(import.meta.dirname, '../../app/globals.css'), 'utf8')
type Rgb = [number, number, number]
const parse = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255) as Rgb
const themes = (['light', 'dark'] as const).map((theme, i) => {
  const found = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)]
  return { theme, colour: new Map(found.map((m) => [m[1]!, parse(m[2 + i]!)])) }
})

// sRGB to linear light, IEC 61966-2-1.
const linear = (c: Rgb): Rgb => c.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as Rgb
// WCAG 2.2, "relative luminance" and "contrast ratio".
const luminance = (c: Rgb) => linear(c).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i]!, 0)
function contrast(a: Rgb, b: Rgb): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (hi + 0.05) / (lo + 0.05)
}

const times = (m: number[][], v: number[]) => m.map((row) => row.reduce((sum, x, i) => sum + x * v[i]!, 0)) as Rgb
// Machado, Oliveira, Fernandes 2009, severity 1.0, on linear light.
const simulations = {
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
// Ottosson 2020, OKLab from linear sRGB.
function oklab(v: Rgb): Rgb {
  const lms = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], v)
  return times(
    [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]],
    lms.map(Math.cbrt),
  )
}
const distance = (a: Rgb, b: Rgb) => 100 * Math.hypot(...a.map((v, i) => v - b[i]!))

const grounds = ['canvas', 'surface', 'sunken', 'hover', 'selected']
const meanings = ['ok', 'bad', 'warn', 'odd', 'mute']

it.each(themes)('$theme: text has 4.6:1 on every ground', ({ colour }) => {
  const pairs = [
    ...['text', 'text-2', 'text-3', 'accent', ...meanings].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
    ...meanings.flatMap((m) => [[m, `${m}-soft`], ['text', `${m}-soft`]] as const),
    ['on-accent', 'accent'] as const,
    ['surface', 'bad'] as const,
    ['text-2', 'mute-soft'] as const,
  ]
  const low = pairs.map(([a, b]) => ({ pair: `${a} on ${b}`, ratio: contrast(colour.get(a)!, colour.get(b)!) })).filter((p) => p.ratio < 4.6)
  expect(low).toEqual([])
})

it.each(themes)('$theme: the line of a control has 3:1 on every ground it stands on', ({ colour }) => {
  const low = ['canvas', 'surface', 'sunken'].filter((ground) => contrast(colour.get('control')!, colour.get(ground)!) < 3)
  expect(low).toEqual([])
})

it.each(themes)('$theme: any two meanings stay apart for colour-blind readers', ({ colour }) => {
  const near: string[] = []
  for (const [name, matrix] of Object.entries(simulations))
    for (const [i, a] of meanings.entries())
      for (const b of meanings.slice(i + 1)) {
        const seen = [a, b].map((m) => oklab(times(matrix, linear(colour.get(m)!)).map((v) => Math.min(1, Math.max(0, v))) as Rgb)) as [Rgb, Rgb]
        if (distance(...seen) < 4.4) near.push(`${name}: ${a}, ${b}: ${distance(...seen).toFixed(1)}`)
      }
  expect(near).toEqual([])
})
