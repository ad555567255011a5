import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { PasskeyAnswer } from '@/lib/core/inputs/account'
import { inPlatform } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { countPasskey, forgiveSecond } from '@/lib/services/account/login-limit'
import { noteProof } from '@/lib/services/account/proof'
import type { KnownUser } from '@/lib/services/account/verify-login'
import { makeChallenge, relyingParty, takeChallenge, type Purpose } from './challenge'
import { userHandle } from './register'

interface Ask {
  ctx: { ip?: string }
  purpose: Exclude<Purpose, 'register'>
  /** Who is to answer; nobody yet at a log-in, where the passkey itself says whose it is. */
  userId?: string
}

/**
 * What the browser needs to use a passkey. As a whole log-in the authenticator must verify its user (a finger, a PIN): what one has and
 * what one is or knows. Throws Refusal `rate_limited`.
 */
export async function askPasskey({ ctx, purpose, userId }: Ask) {
  await countPasskey(ctx.ip)
  return inPlatform(async (tx) => {
    const known = userId === undefined ? [] : await tx.passkey.findMany({ where: { userId } })
    return generateAuthenticationOptions({
      rpID: relyingParty().id,
      challenge: await makeChallenge(tx, purpose, userId),
      allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      userVerification: purpose === 'login' ? 'required' : 'preferred',
    })
  })
}

/** The user whose passkey answered the challenge. Throws Refusal `invalid`, `rate_limited`, and `unauthenticated` with one message whatever is wrong. */
export async function verifyPasskey({ ctx, purpose, userId, input }: Ask & { input: unknown }): Promise<KnownUser> {
  const answer = parseInput(PasskeyAnswer, input)
  await countPasskey(ctx.ip)
  const user = await inPlatform(async (tx) => {
    const passkey = await tx.passkey.findUnique({ where: { credentialId: answer.id }, include: { user: true } })
    if (!passkey || passkey.user.disabledAt || (userId !== undefined && passkey.userId !== userId)) return undefined
    const handle = answer.response['userHandle']
    if (typeof handle === 'string' && handle !== '' && handle !== Buffer.from(userHandle(passkey.userId)).toString('base64url')) return undefined
    const { id, origin } = relyingParty()
    const proved = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(tx, challenge, purpose, userId),
      expectedOrigin: origin,
      expectedRPID: id,
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
      requireUserVerification: purpose === 'login',
    }).catch(() => undefined)
    if (!proved?.verified) return undefined
    await tx.passkey.update({ where: { id: passkey.id }, data: { counter: proved.authenticationInfo.newCounter, lastUsedAt: new Date() } })
    return passkey.user
  })
  if (!user) throw new Refusal('unauthenticated', 'This passkey was not accepted.')
  if (purpose === 'second') await forgiveSecond(user.id)
  return { id: user.id, email: user.email, name: user.name, isOperator: user.isOperator, locale: user.locale }
}

/** Proves again by a passkey of the own account. Throws Refusal as `verifyPasskey`. */
export async function provePasskey({ ctx, input }: { ctx: UserContext; input: unknown }): Promise<void> {
  await verifyPasskey({ ctx, purpose: 'prove', userId: ctx.actor.id, input })
  await inPlatform((tx) => noteProof(tx, ctx))
}
