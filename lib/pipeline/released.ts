import { said } from '@/lib/core/rules/why'

/** How a delivery stands that a person has let out of quarantine. */
export const released = { disposition: 'kept', reason: 'Released from quarantine.', reasonCode: said('released') } as const
