import { config } from '@/lib/config'
import type { Environment } from '@/lib/core/setting/environment'

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
