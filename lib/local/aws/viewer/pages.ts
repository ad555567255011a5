import type { AwsRequest, AwsResponse, Cloud, Service } from '@/lib/local/aws/contracts'
import type { createSes } from '@/lib/local/aws/ses/service'
import { mailList, oneMail, rawMail } from './mail'
import { queuesAndTopics } from './queues'
import { identityList, records, ruleSets } from './state'

export interface ViewParts {
  cloud: Cloud
  ses: ReturnType<typeof createSes>
  services: { sqs: Service; sns: Service }
}

/** The pages on which a person reads the local AWS's state. Undefined where the path is none of them. */
export async function view(request: AwsRequest, { cloud, ses, services }: ViewParts): Promise<AwsResponse | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const mail = /^\/_local\/view\/mail\/([0-9a-f-]{1,100})(\/raw)?$/.exec(request.path)
  if (mail?.[1]) return mail[2] ? rawMail(ses.outbox, mail[1]) : oneMail(ses.outbox, mail[1])
  switch (request.path) {
    case '/':
      return mailList(ses.outbox, request.query.get('before') ?? undefined)
    case '/_local/view/rules':
      return ruleSets(ses.ruleSets.all(), cloud.ses)
    case '/_local/view/identities':
      return identityList(ses.identities)
    case '/_local/view/dns':
      return records(cloud.dns)
    case '/_local/view/queues':
      return queuesAndTopics({ ...services, region: cloud.region })
    default:
      return undefined
  }
}
