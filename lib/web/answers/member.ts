import { z } from 'zod'
import { roles } from '@/lib/core/access/matrix'
import { instant, pageOf } from './page'

const role = z.enum(roles)

export const Member = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: instant,
  seenAt: instant.nullable().describe('When the member last opened a page of this tenant, to five minutes.'),
})
export const MemberPage = pageOf(Member)
export const Removed = z.object({ keys: z.number().int().describe('API keys that the member made and that still work.') })

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  state: z.enum(['pending', 'expired', 'declined']),
  invitedBy: z.uuid().nullable().describe('The user who asked for it; null where an API key did.'),
  inviter: z.string().nullable().describe('The name of that user.'),
  createdAt: instant,
  sentAt: instant,
  expiresAt: instant,
})
export const InvitationPage = pageOf(Invitation)

export const UserIdParams = z.object({ userId: z.uuid() })
