import type { AwsResponse } from '@/lib/local/aws/contracts'
import { asAwsError } from '@/lib/local/aws/protocol'
import { xmlAnswer } from './answer'
import { s3Error } from './errors'
import { readPayload } from './payload'
import type { BucketCall } from './state'
import { elements, parseXml, text, xmlDocument, type XmlValue } from './xml'

/** DeleteObjects: up to 1,000 keys, each with its own result; a missing key counts as deleted. */
export async function deleteObjects({ state, request, bucket }: BucketCall): Promise<AwsResponse> {
  state.bucket(bucket)
  const document = parseXml(readPayload(request).content, 'Delete')
  const keys = elements(document, 'Object').map((o) => text(o, 'Key') ?? '')
  if (keys.length < 1 || keys.length > 1000 || keys.includes('')) throw s3Error('MalformedXML')
  const deleted: XmlValue[] = []
  const errors: XmlValue[] = []
  await Promise.all(
    keys.map(async (key) => {
      try {
        await state.remove(bucket, key)
        deleted.push({ Key: key })
      } catch (error) {
        const { code, message } = asAwsError(error)
        errors.push({ Key: key, Code: code, Message: message })
      }
    }),
  )
  const quiet = text(document, 'Quiet')?.trim() === 'true'
  return xmlAnswer(xmlDocument('DeleteResult', { Deleted: quiet ? [] : deleted, Error: errors }))
}
