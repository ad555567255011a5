import { fileOperation } from '@/lib/web/operations/content'
import { route } from '@/lib/web/route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route('/messages/{id}/files/{part}', { GET: fileOperation })
