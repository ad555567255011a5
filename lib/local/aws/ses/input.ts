import { AwsError } from '@/lib/local/aws/protocol'

export type Input = Record<string, unknown>

/** A string member as sent, or undefined where it is absent. */
export const text = (input: Input, key: string): string | undefined => {
  const v = input[key]
  return typeof v === 'string' ? v : undefined
}

/** A string member that the call cannot do without. Throws InvalidParameterValue. */
export function required(input: Input, key: string): string {
  const v = text(input, key)
  if (v === undefined || v.trim() === '') throw new AwsError('InvalidParameterValue', `${key} is required.`)
  return v
}

/** A structure member; absent ones are empty. */
export const structure = (input: Input, key: string): Input => {
  const v = input[key]
  return typeof v === 'object' && v !== null && !Array.isArray(v) ? { ...v } : {}
}

export const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [])

export const structures = (value: unknown): Input[] =>
  Array.isArray(value) ? value.map((v: unknown) => (typeof v === 'object' && v !== null ? { ...v } : {})) : []

export const flag = (input: Input, key: string): boolean => text(input, key)?.toLowerCase() === 'true'
