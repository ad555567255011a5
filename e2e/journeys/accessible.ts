import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** axe finds nothing, nothing but code scrolls sideways, and there is one h1. */
export async function expectAccessible(page: Page): Promise<void> {
  // The console has no frames, so axe may run in one piece: a table of fifty rows takes 3 s in place of 25.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode().analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
}
