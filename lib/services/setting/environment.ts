import { config } from '@/lib/config'

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

export function readEnvironment(): Environment {
  const { aws, url, domain, providers, dnsServers, webhookAllow, metricsToken } = config()
  return {
    aws: aws.live ? 'live' : 'local',
    region: aws.region,
    sendingRegion: aws.sendingRegion,
    url,
    domain,
    logInProviders: [providers.oidc && providers.oidc.name, providers.google && 'Google', providers.github && 'GitHub'].filter((name) => name !== undefined),
    dnsServers,
    webhookAllow,
    metricsToken: metricsToken !== undefined,
  }
}
