/** What the environment of the processes fixes, as an operator may see it: never a secret. */
export interface Environment {
  aws: 'live' | 'local'
  region: string
  sendingRegion: string
  url: string
  domain: string
  /** By whom people may log in, beside password and passkey. */
  logInProviders: string[]
  dnsServers: string[]
  /** Private host:port that webhooks may reach. */
  webhookAllow: string[]
  /** Whether there is a token of its own for the metrics. */
  metricsToken: boolean
}
