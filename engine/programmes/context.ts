// What use-cases are handed. Declared beside the manifests, which it holds and which are handed it.
export type { EngineContext, Links } from './programme.ts';
