// Child processes of the bench: servers and loads each have a process of their own, and end with the bench.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CannotStart } from '#libs/config';

/** A child that has been told what to do and has answered once. */
export interface Child<Answer> {
  readonly answer: Answer;
  /** What the child has to report since it was last asked. */
  report<Report>(): Promise<Report>;
  stop(): Promise<void>;
}

/**
 * Starts a program of this folder, gives it its orders, and resolves with its first answer.
 * @throws CannotStart with the child's own words when it ends or fails before that.
 */
export async function startChild<Answer>(program: string, orders: unknown): Promise<Child<Answer>> {
  const child = fork(new URL(program, import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: flagsFor(program),
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4_000)));
  const first = once(child, 'message') as Promise<[{ ok?: Answer; error?: string }]>;
  const ended = once(child, 'exit').then(() => [{ error: lastLine(said) }] as [{ ok?: Answer; error?: string }]);
  child.send(orders as object);
  const [{ ok, error }] = await Promise.race([first, ended]);
  if (ok === undefined) {
    child.kill('SIGKILL');
    throw new CannotStart(`${program} could not be measured: ${error ?? 'it said nothing'}`);
  }
  const report = async <Report>(): Promise<Report> => {
    const said = once(child, 'message') as Promise<[{ ok: Report }]>;
    child.send('report');
    return (await said)[0].ok;
  };
  return { answer: ok, report, stop: () => end(child) };
}

/** Profiles of the servers are written where BENCH_PROFILE names a folder. */
function flagsFor(program: string): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder && program.startsWith('./servers/') ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

const lastLine = (text: string): string => text.split('\n').findLast((line) => /error/i.test(line)) ?? text.trim();

/** Runs a program that answers once and is then done. */
export async function runChild<Answer>(program: string, orders: unknown): Promise<Answer> {
  const child = await startChild<Answer>(program, orders);
  await child.stop();
  return child.answer;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(late);
}

/**
 * The child's side: takes its orders once, answers once, gives its report whenever it is asked for one, and ends when the
 * bench lets go of it.
 */
export function asChild<Orders, Answer>(
  work: (orders: Orders) => Promise<Answer>,
  report: () => unknown = () => null,
): void {
  process.on('disconnect', () => process.exit(0));
  process.once('message', (orders) => {
    work(orders as Orders).then(
      (ok) => process.send?.({ ok }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
    process.on('message', () => process.send?.({ ok: report() }));
  });
}
