import type { Page } from '@playwright/test'
import { words } from './words'

/** Opens the reader's own menu: at the sidebar's foot on a wide screen, in the bottom bar on a phone. */
export async function openMenu(page: Page): Promise<void> {
  const t = words('console')
  const wide = (page.viewportSize()?.width ?? 0) >= 768
  await (wide ? page.locator('summary[title*="@"]') : page.locator('summary', { hasText: t('menu') })).click()
}
