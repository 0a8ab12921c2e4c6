// Filter links with counts, kept in the address.

export interface ChipsModel {
  /** What the links are called for who listens. */
  readonly label: string;
  readonly links: readonly Chip[];
}

export interface Chip {
  readonly text: string;
  readonly href: string;
  readonly count?: number | string;
  readonly current?: boolean;
}
