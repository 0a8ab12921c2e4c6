// Several statements that leave together and end with one Sync: PostgreSQL runs them as one transaction, and answers once.
import pg from 'pg';

/** What a query of the driver's does, which its types keep to themselves; package.json names one exact version. */
interface Sending {
  prepare(connection: Wire): void;
  submit(connection: Wire): Error | null;
  handleError(error: Error, connection: Wire): void;
  handleReadyForQuery(connection: Wire): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleEmptyQuery(connection: Wire): void;
  readonly name?: string;
  readonly text: string;
}
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
  bind(message: object): void;
  sync(): void;
}

/**
 * A query of the driver's made of several. Each is prepared, bound and run as the driver does it, but for the Sync after
 * it; one Sync ends them all. Until then they are one transaction: when one fails the server passes over the rest and
 * undoes what went before, and what `set_config` made local ends with it.
 */
class OneSync {
  /** What is sent, by name or else by text: a test counts it. */
  readonly sent: readonly string[];
  private readonly all: Sending[];
  private readonly results: pg.QueryResult[] = [];
  private at = 0;
  private failed: Error | undefined;

  constructor(
    asked: readonly pg.QueryConfig[],
    types: pg.CustomTypesConfig,
    /** The driver puts its own in the place of this one, to know that the answer came in time. */
    private callback: (error: Error | null, results: pg.QueryResult[]) => void,
  ) {
    this.sent = asked.map(({ name, text }) => name ?? text);
    // 'extended' takes one statement each: no text can end this transaction and go on in another scope.
    this.all = asked.map(
      (config, n) =>
        new pg.Query({
          ...config,
          types,
          queryMode: 'extended',
          callback: (error: Error | null, result: pg.QueryResult) => {
            if (error) this.failed ??= error;
            else this.results[n] = result;
          },
        } as pg.QueryConfig) as unknown as Sending,
    );
  }

  private get now(): Sending {
    return this.all[Math.min(this.at, this.all.length - 1)] as Sending;
  }
  // The connection asks whose answer it reads, to remember which names it has prepared.
  get name(): string | undefined {
    return this.now.name;
  }
  get text(): string {
    return this.now.text;
  }

  submit(connection: Wire): null {
    const silent = Object.create(connection, { sync: { value: () => undefined } }) as Wire;
    connection.stream.cork();
    try {
      for (const query of this.all) if (!this.failed) query.prepare(silent);
      // A value that cannot be sent: what has left already must come to nothing, and an unknown name sees to it.
      if (this.failed) connection.bind({ statement: 'cannot be sent' });
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.now.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.now.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: Wire): void {
    this.now.handleCommandComplete(message, connection);
    this.at += 1;
  }
  handleEmptyQuery(connection: Wire): void {
    this.now.handleEmptyQuery(connection);
    this.at += 1;
  }

  handleError(error: Error, connection: Wire): void {
    // What the server passed over it has not prepared, though it was sent.
    for (const { name } of this.all)
      if (name !== undefined && connection.parsedStatements[name] === undefined)
        delete connection.submittedNamedStatements[name];
    this.callback(this.failed ?? error, []);
  }
  handleReadyForQuery(connection: Wire): void {
    for (const query of this.all) query.handleReadyForQuery(connection);
    this.callback(this.failed ?? null, this.results);
  }
}

/** Runs statements in one transaction and one round trip, and gives their results in order; the first error undoes them all. */
export function inOneSync(client: pg.ClientBase, asked: readonly pg.QueryConfig[]): Promise<pg.QueryResult[]> {
  const types = { getTypeParser: client.getTypeParser.bind(client) } as pg.CustomTypesConfig;
  return new Promise((resolve, reject) => {
    const query = new OneSync(asked, types, (error, results) => (error ? reject(error) : resolve(results)));
    client.query(query as unknown as pg.Submittable);
  });
}
