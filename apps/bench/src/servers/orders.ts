// What every server of the bench is told, and what it answers when it listens.

export interface ServerOrders {
  /** The database of the commands, or of the pages. */
  readonly url: string;
  /** The table the deadlines wait in. */
  readonly jobs: string;
  readonly serviceId: string;
  /** Who may ask: the sign-in subjects of staff and participants, which are their ids in the bench. */
  readonly subjects: readonly string[];
  /** How the command is done. */
  readonly how: 'ours' | 'save' | 'dbos';
}
export interface Listening {
  readonly port: number;
  /** A bearer token for each subject, in their order. */
  readonly tokens: readonly string[];
}

/** What a server reports when it is asked. */
export interface ServerReport {
  /** The most memory its process has held so far, in MB. */
  readonly residentMb: number;
  /** Milliseconds each answer since the last report waited for PostgreSQL. */
  readonly database: readonly number[];
}
