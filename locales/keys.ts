// The keys of all texts as a type, from the English files: `common:error.bug`. A new namespace is one import, one line.
import type common from './en/common.json';

interface Namespaces {
  common: typeof common;
}

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Bare<K extends string> = K extends `${infer Base}_${Plural}` ? Base : K;
type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? Bare<K> : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

/** `namespace:path.to.text`; plural forms go by their common name. */
export type TextKey = { [N in keyof Namespaces & string]: `${N}:${Keys<Namespaces[N]>}` }[keyof Namespaces &
  string];
