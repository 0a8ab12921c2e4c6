// What the directory is searched by.

/** What is looked for; what is null or empty is not asked about. */
export interface DirectorySearch {
  /** One of `facets().needs`. */
  readonly need?: string | null;
  /** One of `facets().areas`; a service that works everywhere is found in each. */
  readonly area?: string | null;
  /** Words as people type them. */
  readonly words?: string | null;
}

/** What those who keep the directory look for. */
export interface KeptSearch {
  readonly words?: string | null;
  /** Only those that nobody has checked within six months. */
  readonly isOverdue?: boolean | null;
}
