import { getDomain } from 'tldts'

const organisation = (domain: string): string => getDomain(domain, { allowPrivateDomains: true }) ?? domain

/** Relaxed alignment (RFC 7489 §3.1): both have one organisational domain. */
export const aligned = (domain: string, from: string): boolean => domain !== '' && organisation(domain.toLowerCase()) === organisation(from.toLowerCase())
