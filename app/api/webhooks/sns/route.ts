import { answerRequest } from '@/lib/web/door/request'

export const dynamic = 'force-dynamic'

export const POST = (request: Request): Promise<Response> => answerRequest(request)
