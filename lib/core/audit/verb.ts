import audit from '@/messages/en/audit.json'

type Words = typeof audit.verb
type Noun = keyof Words

/** `<noun>.<verb>`, such as `rules.publish`. A verb without words in messages/en/audit.json does not compile. */
export type AuditVerb = { [N in Noun]: `${N}.${keyof Words[N] & string}` }[Noun]

/** Every verb by its noun. */
export const auditVerbs = Object.entries(audit.verb).map(([noun, verbs]) => ({ noun: noun as Noun, verbs: Object.keys(verbs).map((verb) => `${noun}.${verb}` as AuditVerb) }))

const platformAlone: readonly Noun[] = ['deadLetter', 'operatorKey', 'plan', 'sealingKey', 'session', 'setting', 'user']
const tenantAlone: readonly Noun[] = ['apiKey', 'domain', 'invitation', 'member', 'message', 'rules', 'webhook']

/** What can stand in a tenant's audit, or in the operators'. A new noun is in both until it is named above. */
export const verbsIn = (whose: 'tenant' | 'platform') => auditVerbs.filter(({ noun }) => !(whose === 'tenant' ? platformAlone : tenantAlone).includes(noun))
