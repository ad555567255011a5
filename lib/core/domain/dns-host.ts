/** A company that keeps zones, and how its forms want a record. */
export interface DnsHost {
  name: string
  /** `relative`: "_dmarc", and "@" for the zone itself; `fqdn`: the whole name. */
  names: 'relative' | 'fqdn'
  /** Whether the zone itself is "@" or an empty field. */
  apex: '@' | ''
}

const host = (name: string, names: DnsHost['names'] = 'relative', apex: DnsHost['apex'] = '@'): DnsHost => ({ name, names, apex })

// By the name servers that each company tells its customers to delegate to, as of 2026.
const hosts: readonly [RegExp, DnsHost][] = [
  [/\.awsdns-\d+\.(com|net|org|co\.uk)$/, host('Amazon Route 53', 'fqdn')],
  [/\.ns\.cloudflare\.com$/, host('Cloudflare')],
  [/\.domaincontrol\.com$/, host('GoDaddy')],
  [/^\.?ns-cloud-.*\.googledomains\.com$/, host('Google Cloud DNS', 'fqdn')],
  [/\.(googledomains|squarespacedns)\.com$/, host('Squarespace')],
  [/\.(registrar-servers|namecheaphosting)\.com$/, host('Namecheap')],
  [/\.azure-dns\.(com|net|org|info)$/, host('Azure DNS')],
  [/\.(ovh\.net|ovh\.ca|anycast\.me)$/, host('OVH', 'relative', '')],
  [/\.gandi\.net$/, host('Gandi')],
  [/\.(ns\.hetzner\.(com|de)|first-ns\.de|second-ns\.(com|de))$/, host('Hetzner')],
  [/\.digitalocean\.com$/, host('DigitalOcean')],
  [/\.dns\.ne\.jp$/, host('さくらインターネット')],
  [/\.(onamae\.com|gmoserver\.jp)$/, host('お名前.com', 'relative', '')],
  [/\.(muumuu-domain\.com|lolipop\.jp)$/, host('ムームードメイン', 'relative', '')],
  [/\.(xserver\.jp|xdomain\.ne\.jp|xbiz\.ne\.jp)$/, host('Xserver')],
  [/\.value-domain\.com$/, host('VALUE-DOMAIN')],
  [/\.(conoha\.io)$/, host('ConoHa')],
  [/\.(ui-dns\.(com|org|de|biz))$/, host('IONOS')],
  [/\.linode\.com$/, host('Linode')],
  [/\.vercel-dns\.com$/, host('Vercel')],
  [/\.dnsimple(-edge)?\.(com|net|org)$/, host('DNSimple', 'relative', '')],
  [/\.nsone\.net$/, host('NS1', 'fqdn')],
  [/\.dns-parking\.com$/, host('Hostinger')],
  [/\.wixdns\.net$/, host('Wix', 'relative', '')],
  [/\.name-services\.com$/, host('Enom')],
  [/\.porkbun\.com$/, host('Porkbun', 'relative', '')],
]

/** Who keeps the zone: the company of all its name servers. Undefined where it is none that is known, or more than one. */
export function dnsHost(ns: readonly string[]): DnsHost | undefined {
  const found = ns.map((name) => hosts.find(([suffix]) => suffix.test(`.${name.replace(/\.$/, '').toLowerCase()}`))?.[1])
  const names = new Set(found.map((h) => h?.name))
  return names.size === 1 ? found[0] : undefined
}

/** A record's name as the host's form wants it, in the zone that holds it. */
export function nameAtHost(name: string, zone: string, at: DnsHost = host('')): string {
  if (at.names === 'fqdn') return name
  if (name === zone) return at.apex
  return name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : `${name}.`
}
