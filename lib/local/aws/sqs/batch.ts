import { AwsError, asAwsError } from '@/lib/local/aws/protocol'

/** The rules that all batches share: 1 to 10 entries, distinct well-formed ids; each entry has its own result. */
export async function batch<E extends { Id: string }>(entries: E[], run: (entry: E) => Promise<object | void>): Promise<object> {
  if (entries.length === 0) throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.')
  if (entries.length > 10) {
    throw new AwsError('TooManyEntriesInBatchRequest', `Maximum number of entries per request are 10. You have sent ${entries.length}.`)
  }
  const wrong = entries.find(({ Id }) => !/^[A-Za-z0-9_-]{1,80}$/.test(Id))
  if (wrong) {
    throw new AwsError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    )
  }
  if (new Set(entries.map((e) => e.Id)).size !== entries.length)
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.')
  const Successful: object[] = []
  const Failed: object[] = []
  await Promise.all(
    entries.map(async (entry) => {
      try {
        Successful.push({ Id: entry.Id, ...(await run(entry)) })
      } catch (error) {
        const { code, message, fault } = asAwsError(error)
        Failed.push({ Id: entry.Id, Code: code, Message: message, SenderFault: fault === 'Sender' })
      }
    }),
  )
  return { Successful, ...(Failed.length > 0 && { Failed }) }
}
