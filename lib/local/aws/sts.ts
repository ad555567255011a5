import { randomBytes } from 'node:crypto'
import { ACCOUNT, type Service } from './contracts'
import { STS } from './namespaces'
import { queryService } from './protocol'

/** Security Token Service: whoever asks is the account's root, whatever the credentials. */
export const createSts = (): Service =>
  queryService(STS, {
    GetCallerIdentity: () => ({ Arn: `arn:aws:iam::${ACCOUNT}:root`, UserId: ACCOUNT, Account: ACCOUNT }),
    GetSessionToken: () => ({
      Credentials: {
        AccessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        SecretAccessKey: randomBytes(30).toString('base64'),
        SessionToken: randomBytes(96).toString('base64'),
        Expiration: new Date(Date.now() + 12 * 3_600_000),
      },
    }),
  })
