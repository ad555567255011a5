import { topicPlace } from './envelope'

const exact = /^https:\/\/sns\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(\.cn)?(\/SimpleNotificationService-[0-9a-f]{32}\.pem)$/

/**
 * The path of a signing certificate at AWS, or undefined where the URL is not exactly of AWS's form for the topic's region.
 * The form is tight on purpose: `sns.s3-us-west-2.amazonaws.com` is anybody's bucket, and a URL with a port, user or query is nobody's.
 */
export function certificatePath(url: string, topicArn: string): string | undefined {
  const [, region, cn, path] = exact.exec(url) ?? []
  const place = topicPlace(topicArn)
  return region === place.region && (cn !== undefined) === place.china ? path : undefined
}
