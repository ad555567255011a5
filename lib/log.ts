import pino, { type Logger } from 'pino'

// Secrets never reach a log: fields of these names are cut wherever they stand in the first three levels.
const secretNames = ['password', 'passwordHash', 'apiKey', 'key', 'secret', 'token', 'authorization', 'cookie', 'Token', 'SubscribeURL']
const paths = secretNames.flatMap((n) => [n, `*.${n}`, `*.*.${n}`])

/** The process's logger: one JSON object a line on standard error. `POSTROOM_LOG` sets the level (default `info`). */
export const log: Logger = pino(
  { level: process.env['POSTROOM_LOG'] ?? 'info', base: { pid: process.pid }, redact: { paths, censor: '[cut]' } },
  pino.destination({ dest: 2, sync: true }),
)
