/** A sentence of the catalogue `domains`: which one, and what stands in it. The reader's language is chosen where it is shown. */
export interface Sentence<Key extends string = string> {
  key: Key
  params: Record<string, string | number>
}

export const sentence = <Key extends string>(key: Key, params: Record<string, string | number> = {}): Sentence<Key> => ({ key, params })
