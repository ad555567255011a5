import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { sts } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'

export interface Account {
  id: string
  /** `aws`, `aws-cn`, …: the second part of every ARN. */
  partition: string
  region: string
}

/** Whose credentials these are. Throws Fault. */
export async function readAccount(region: string): Promise<Account> {
  try {
    const answer = await sts().send(new GetCallerIdentityCommand({}))
    return { id: answer.Account ?? '', partition: answer.Arn?.split(':')[1] ?? 'aws', region }
  } catch (error) {
    throw awsFault('Asking AWS whose credentials these are', error)
  }
}

/**
 * Lets SES, for this account's receipt rules (or another `source`) alone, do one thing (Developer Guide "Giving permissions to Amazon SES for email receiving").
 * Not one rule's ARN: it holds rule and rule set name, and each sync makes a new set.
 */
export const allowSes = ({ id, partition, region }: Account, action: string, resource: string, source = 'receipt-rule-set/*'): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PostroomReceivesBySes',
        Effect: 'Allow',
        Principal: { Service: 'ses.amazonaws.com' },
        Action: action,
        Resource: resource,
        Condition: {
          StringEquals: { 'AWS:SourceAccount': id },
          ArnLike: { 'AWS:SourceArn': `arn:${partition}:ses:${region}:${id}:${source}` },
        },
      },
    ],
  })
