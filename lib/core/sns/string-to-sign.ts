import type { Envelope } from './envelope'

const confirmation = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const

/**
 * What SNS signs: name and value of each signed member, a line each, also after the last value (SNS Developer Guide,
 * "Verifying the signatures of Amazon SNS messages"; its prose on the final newline and its own example differ, the example is right).
 */
export function stringToSign(e: Envelope): string {
  if (e.Type === 'Notification') {
    const subject = typeof e.Subject === 'string' ? `Subject\n${e.Subject}\n` : ''
    const head = `Message\n${e.Message}\nMessageId\n${e.MessageId}\n`
    return `${head}${subject}Timestamp\n${e.Timestamp}\nTopicArn\n${e.TopicArn}\nType\n${e.Type}\n`
  }
  return confirmation.map((name) => `${name}\n${e[name]}\n`).join('')
}
