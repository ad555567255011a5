/** The query as it was sent, without empty parameters: for services that read a cursor themselves. */
export const givenQuery = (request: Request): Record<string, string> => Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
