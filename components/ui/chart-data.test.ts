import { expect, it } from 'vitest'
import { formatValue, labelsEvery, seriesColours, spread, stackMiddles, yTicks } from './chart-data'

it('keeps labels where they are when they have room', () => {
  expect(spread([10, 50, 30], 16, 0, 100)).toEqual([10, 50, 30])
})

it('moves labels apart inside their space, in their order', () => {
  for (const wanted of [[50, 50, 50], [100, 100, 99], [0, 1, 2], [95, 3, 96, 4]]) {
    const placed = spread(wanted, 16, 0, 100)
    const sorted = [...placed].sort((a, b) => a - b)
    for (const [i, y] of sorted.entries()) {
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(100)
      if (i > 0) expect(y - sorted[i - 1]!).toBeGreaterThanOrEqual(16)
    }
    wanted.forEach((a, i) => wanted.forEach((b, j) => a < b && expect(placed[i]!).toBeLessThan(placed[j]!)))
  }
})

it('gives each series a colour of its own, also two of one meaning', () => {
  const series = (['ok', 'ok', 'bad', 'ok'] as const).map((tone, i) => ({ key: String(i), label: '', tone, values: [] }))
  const colours = seriesColours(series)
  expect(colours[0]).toBe('var(--ok)')
  expect(new Set(colours).size).toBe(4)
})

it('says no data, and not 0, where nothing was measured', () => {
  expect(formatValue(null, 'count', 'en', 'No data')).toBe('No data')
  expect(formatValue(0, 'count', 'en', 'No data')).toBe('0')
  expect(formatValue(0.0341, 'part', 'en', 'No data')).toBe('3.41%')
  expect(formatValue(12345, 'count', 'ja', '')).toBe('12,345')
})

it('labels the middle of each part of a stack', () => {
  expect(stackMiddles([10, null, 0, 4])).toEqual([5, null, null, 12])
})

it('gives an axis few round lines, the last at or above all values', () => {
  expect(yTicks(0, 'count')).toEqual([0, 1])
  expect(yTicks(1, 'count')).toEqual([0, 1])
  expect(yTicks(7, 'count')).toEqual([0, 5, 10])
  expect(yTicks(162, 'count')).toEqual([0, 100, 200])
  for (let most = 1; most < 5000; most += 7) {
    const ticks = yTicks(most, 'count')
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
    expect(ticks.at(-2)).toBeLessThan(most)
    expect(ticks.length).toBeLessThanOrEqual(4)
  }
  expect(yTicks(0.034, 'part').at(-1)).toBeGreaterThanOrEqual(0.034)
})

it('leaves out labels that would touch', () => {
  const days = Array.from({ length: 30 }, (_, i) => `Nov ${i + 1}`)
  expect(labelsEvery(days, 528)).toBe(4)
  expect(labelsEvery(days, 150)).toBe(15)
  expect(labelsEvery(Array.from({ length: 24 }, () => '11月23日 16:00'), 528)).toBe(6)
  expect(labelsEvery(['Nov 23, 17:00', 'Nov 23, 18:00'], 20)).toBe(2)
})
