const secret = /^(password|passwordHash|secret|previousSecret|token|tokenHash|hash|apiKey)$/i

/** What is written to the audit is shown, exported and never deleted: a field named as a secret says only that it was there. */
export function withoutSecrets<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutSecrets) as T
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, secret.test(key) ? '…' : withoutSecrets(inner)])) as T
}
