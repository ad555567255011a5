/** SES's identities in one Region, domains and addresses together (Developer Guide "Service quotas"). */
export const mostIdentities = 10_000

/** From here on the operators are told. */
export const tellAt = mostIdentities * 0.9
