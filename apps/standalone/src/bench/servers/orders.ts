// What every server of the bench is told, and what it answers when it listens.

export interface ServerOrders {
  /** The database of the commands, or of the pages. */
  readonly url: string;
  /** The table the deadlines wait in. */
  readonly jobs: string;
  readonly serviceId: string;
  /** Whoever asks: the sign-in subject of a member of staff, and their id. */
  readonly subject: string;
  readonly staffId: string;
  /** How the command is done. */
  readonly how: 'ours' | 'save' | 'dbos';
}
export interface Listening {
  readonly port: number;
  /** A bearer token for `subject`. */
  readonly token: string;
}
