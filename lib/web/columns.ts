import { cookies } from 'next/headers'
import { choiceCookie } from './choice-cookie'

/** Columns of the log that a reader may add. */
export const moreColumns = ['size', 'rules', 'ses'] as const
export type MoreColumn = (typeof moreColumns)[number]

const cookie = () => choiceCookie('log-columns')

export async function chosenColumns(): Promise<MoreColumn[]> {
  const given = (await cookies()).get(cookie().name)?.value.split('.') ?? []
  return moreColumns.filter((column) => given.includes(column))
}

/** Keeps the choice in this browser for a year. */
export async function keepColumns(chosen: readonly unknown[]): Promise<void> {
  const value = moreColumns.filter((column) => chosen.includes(column)).join('.')
  const { name, options } = cookie()
  ;(await cookies()).set(name, value, options)
}
