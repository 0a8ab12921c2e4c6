// The life of a program: it ends in order when asked, and says in one line what a person can mend.
import { linesWithoutWords } from '#libs/log';
import { CannotStart } from '#libs/config';
import { inPlainWords } from './database-problems.js';

/** Something that was started and can be stopped. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** What a program is given to live with. */
export interface ProcessParts {
  /** Takes note of a started part; the parts stop in reverse order, whatever ends the program. */
  keep<Part extends Stoppable>(part: Part): Part;
  /** Sets how long all parts together may take to stop, in seconds. */
  stopsWithin(seconds: number): void;
  /** Ends the program because of something that a person can mend. */
  fail(line: string): void;
}

/** Seconds that all parts together may take to stop by themselves: the embedded PostgreSQL takes five at most. Then the process ends all the same; durable data loses nothing by it. */
const PATIENCE = 10;

/**
 * Runs a program: one that gives a number ends with it as its exit code; any other lives until SIGINT, SIGTERM or
 * the end of the launcher. A CannotStart is a line for each thing to mend, and exit code 1; any other error is a bug:
 * its kind and its stack are said, never its message, which may quote a row about a person.
 */
export async function runProcess(program: (life: ProcessParts) => Promise<number | void>): Promise<void> {
  const parts: Stoppable[] = [];
  let patience = PATIENCE;
  let ending: Promise<never> | undefined;
  const end = (code: number) => (ending ??= stop(parts, code, patience));

  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  process.on('SIGINT', () => {
    if (ending) process.exit(130); // Ctrl-C again: the person at the keyboard does not want to wait
    void end(0);
  });
  process.on('disconnect', () => void end(0)); // the launcher is gone, however it went
  const broke = (error: unknown) => {
    if (!ending) say(linesWithoutWords(error));
    void end(1);
  };
  // Node would print the message itself, and what was thrown with it.
  process.on('uncaughtException', broke);
  process.on('unhandledRejection', broke);
  try {
    const code = await inPlainWords(() =>
      program({
        keep: (part) => (parts.push(part), part),
        stopsWithin: (seconds) => (patience = seconds),
        fail: (line) => {
          if (!ending) say(line);
          void end(1);
        },
      }),
    );
    if (code !== undefined) await end(code);
  } catch (error) {
    if (!(error instanceof CannotStart)) broke(error);
    else if (!ending) for (const line of error.message.split('\n')) say(line); // else it broke off because it was told to end
    await end(1);
  }
}

async function stop(parts: Stoppable[], code: number, patience: number): Promise<never> {
  setTimeout(() => process.exit(code || 1), patience * 1000).unref();
  for (const part of parts.toReversed()) await part.stop().catch((error: unknown) => say(linesWithoutWords(error)));
  process.exit(code);
}

const say = (line: string) => process.stderr.write(`concord: ${line}\n`);
