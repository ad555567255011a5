import { htmlOperation } from '@/lib/web/operations/content'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/{id}/html', { GET: htmlOperation })
