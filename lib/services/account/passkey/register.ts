import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { NewPasskey } from '@/lib/core/inputs/account'
import { Prisma } from '@/lib/db/generated/client'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { mailNotice } from '@/lib/services/account/mail-notice'
import { requireProof } from '@/lib/services/account/proof'
import { firstCodes } from '@/lib/services/account/second/recovery'
import { makeChallenge, relyingParty, takeChallenge } from './challenge'

const mostPasskeys = 20
/** The user's id as bytes: what an authenticator gives back when it names the user itself (WebAuthn §5.4.3). */
export const userHandle = (userId: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'))

/** What the browser needs to make a passkey of the own account. Throws Refusal `precondition_failed`, `conflict` with 20 of them. */
export async function beginPasskey({ ctx }: { ctx: UserContext }) {
  const userId = ctx.actor.id
  return inPlatform(async (tx) => {
    await requireProof(tx, ctx)
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: { passkeys: true } })
    if (user.passkeys.length >= mostPasskeys) throw new Refusal('conflict', `There are ${mostPasskeys} passkeys already: remove one first.`)
    return generateRegistrationOptions({
      rpName: 'Postroom',
      rpID: relyingParty().id,
      userName: user.email,
      userDisplayName: user.name,
      userID: userHandle(userId),
      challenge: await makeChallenge(tx, 'register', userId),
      attestationType: 'none',
      excludeCredentials: user.passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    })
  })
}

/**
 * Keeps the passkey that the browser made. From now on a log-in by password asks for it or another second step. Gives recovery codes where
 * the account has none yet. Throws Refusal `invalid`, `precondition_failed`, `conflict`, `unauthenticated` where the answer does not hold.
 */
export async function addPasskey({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<{ codes?: string[] }> {
  const { name, answer } = parseInput(NewPasskey, input)
  const userId = ctx.actor.id
  try {
    return await inPlatform(async (tx) => {
      await requireProof(tx, ctx)
      const { id, origin } = relyingParty()
      const made = await verifyRegistrationResponse({
        response: answer as unknown as RegistrationResponseJSON,
        expectedChallenge: (challenge) => takeChallenge(tx, challenge, 'register', userId),
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: false,
      }).catch(() => undefined)
      if (!made?.verified) throw new Refusal('unauthenticated', 'This passkey was not accepted: begin anew.')
      const { credential, credentialBackedUp } = made.registrationInfo
      const data = { userId, name, credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, transports: (credential.transports ?? []).map(String), backedUp: credentialBackedUp }
      const { id: passkeyId } = await tx.passkey.create({ data, select: { id: true } })
      await mailNotice(tx, await tx.user.findUniqueOrThrow({ where: { id: userId } }), 'passkeyOn', { what: name })
      await recordOperatorAudit(tx, ctx, { verb: 'user.addPasskey', target: { kind: 'passkey', id: passkeyId }, after: { name } })
      const codes = await firstCodes(tx, userId)
      return codes ? { codes } : {}
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Refusal('conflict', 'This passkey is registered already.')
    throw error
  }
}
