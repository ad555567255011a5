import { z } from 'zod'
import { instant } from './page'

export const Tenant = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  createdAt: instant,
  domain: z.string().describe('The mail domain that the tenant has without DNS.'),
})
