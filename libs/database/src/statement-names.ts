// Names for statements that come again: each connection parses and plans a named statement once, row-level security with it.

/**
 * Gives names to texts that are sent more than once. Lists are put together from what is asked for, so there is no end to
 * their texts, and a connection keeps every plan that it has made: there are at most `most` names, and the texts that come
 * again first have them. Any other text is planned each time it is sent.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly sentOnce = new Set<string>();

  constructor(private readonly most: number) {}

  /** The name of a text; undefined while it has none. The same text keeps its name for as long as this lives. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= this.most) return known;
    if (!this.sentOnce.delete(text)) {
      // Texts that never come again must not fill the memory of this process either.
      if (this.sentOnce.size >= 10 * this.most) this.sentOnce.clear();
      this.sentOnce.add(text);
      return undefined;
    }
    const name = `list ${this.names.size}`;
    this.names.set(text, name);
    this.forget();
    return name;
  }

  // Once every name is given, no other text will have one.
  private forget(): void {
    if (this.names.size >= this.most) this.sentOnce.clear();
  }
}
