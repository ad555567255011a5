import pg from 'pg'

/** Lets the application's roles log in on the embedded cluster. With a real database this is the deployer's to do. */
export async function enableLogin(ownerUrl: string, password: string): Promise<{ web: string; worker: string }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const role of ['postroom_web', 'postroom_worker']) await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
  const as = (role: string) => {
    const url = new URL(ownerUrl)
    url.username = role
    url.password = password
    return url.href
  }
  return { web: as('postroom_web'), worker: as('postroom_worker') }
}
