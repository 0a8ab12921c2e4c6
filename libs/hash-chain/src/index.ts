// Hash chains: one way to write a value down, and the digests that bind each entry to the one before it.
export { BEFORE_THE_FIRST, canonical, same, sha256 } from './canonical.js';
