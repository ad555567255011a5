import { replaysOperation } from '@/lib/web/operations/replay'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/replay', { POST: replaysOperation })
