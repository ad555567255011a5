import { z } from 'zod'
import { noticeKinds, type NoticeKind } from '@/lib/core/notice/kinds'

const Kind = z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]])

/** `slug`: of a tenant of the caller; without it what operators get. `on`: the kinds that shall come by mail. */
export const ChangeNotices = z.strictObject({ slug: z.string().max(100).optional(), on: z.array(Kind).max(50) })
export type ChangeNotices = z.input<typeof ChangeNotices>
