import { simulateOperation } from '@/lib/web/operations/simulate'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/rule-set/simulate', { POST: simulateOperation })
