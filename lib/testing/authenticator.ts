import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const b64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

/** An authenticator in software, ES256 and no attestation (WebAuthn Level 3 §6): what it answers is what a browser would post. */
export class SoftAuthenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly id = randomBytes(16)
  private counter = 0
  private handle = ''

  constructor(private readonly origin: string, private readonly rpId = new URL(origin).hostname) {}

  private data(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.counter)
    return Buffer.concat([sha256(this.rpId), Buffer.from([flags]), counter])
  }
  private client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  /** Answers `navigator.credentials.create`. */
  create({ challenge, user }: { challenge: string; user: { id: string } }) {
    this.handle = user.id
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' })
    // COSE_Key (RFC 9052 §7): kty EC2, alg ES256, crv P-256.
    const key = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, new Uint8Array(Buffer.from(x!, 'base64url'))], [-3, new Uint8Array(Buffer.from(y!, 'base64url'))]]))
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    // User present, user verified, attested credential data included.
    const authData = Buffer.concat([this.data(0x45), Buffer.alloc(16), length, this.id, key])
    const attestationObject = isoCBOR.encode(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', new Uint8Array(authData)]]) as never)
    const response = { clientDataJSON: b64(this.client('webauthn.create', challenge)), attestationObject: b64(attestationObject), transports: ['internal'] }
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key' as const, clientExtensionResults: {}, response }
  }

  /** Answers `navigator.credentials.get`. `verified`: whether the user showed a finger or a PIN. */
  get({ challenge }: { challenge: string }, { verified = true } = {}) {
    const authData = this.data(verified ? 0x05 : 0x01)
    const client = this.client('webauthn.get', challenge)
    const signature = createSign('sha256').update(Buffer.concat([authData, sha256(client)])).sign(this.keys.privateKey)
    const response = { clientDataJSON: b64(client), authenticatorData: b64(authData), signature: b64(signature), userHandle: this.handle }
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key' as const, clientExtensionResults: {}, response }
  }
}
