// A map that holds at most so many entries and lets go of the one used longest ago.

/** Bounded least-recently-used map; a Map keeps insertion order, so the oldest key is its first. */
export class RecentlyUsed<V> {
  readonly #held = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const value = this.#held.get(key);
    if (value === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.#held.delete(key);
    this.#held.set(key, value);
    if (this.#held.size <= this.most) return;
    const oldest = this.#held.keys().next();
    if (!oldest.done) this.#held.delete(oldest.value);
  }

  delete(key: string): void {
    this.#held.delete(key);
  }

  get size(): number {
    return this.#held.size;
  }
}
