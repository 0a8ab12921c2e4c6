// What `npm run refer` was asked to do: its arguments, read and checked.
import { parseArgs } from 'node:util';
import { referrers } from '#libs/intake';
import { CannotStart } from '#libs/config';

export interface Wanted {
  readonly file: string;
  /** The name of a mapping, or a file that holds one (*.json). */
  readonly from: string;
  /** Reads the file and says what would be taken; needs no database but for a mapping that was saved. */
  readonly preview: boolean;
  /** Whose name the referrals are taken in: a subject of the service's staff list. Null: the demo coordinator. */
  readonly as: string | null;
  /** The service's id. Null: the demo service. */
  readonly service: string | null;
}

const usage = `npm run refer -- FILE --from ${Object.keys(referrers).join('|')}|NAME|MAPPING.json [--preview] [--service ID --as SUBJECT]`;

/** @throws CannotStart with one line that says what is wrong, and the usage. */
export function wantedFrom(args: readonly string[]): Wanted {
  const { values, positionals } = parsed(args);
  const { from, preview = false, as = null, service = null } = values;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw wrong('Name one file');
  if (from === undefined || !/^[a-z0-9][a-z0-9-]*$|\.json$/.test(from)) {
    throw wrong(from === undefined ? 'Say who sent it' : `No mapping is called "${from}"`);
  }
  if ((as === null) !== (service === null)) throw wrong('--service and --as go together');
  return { file, from, preview, as, service };
}

const wrong = (what: string) => new CannotStart(`${what}: ${usage}`);

function parsed(args: readonly string[]) {
  const options = {
    from: { type: 'string' },
    preview: { type: 'boolean' },
    as: { type: 'string' },
    service: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [first = 'Wrong arguments'] = (error as Error).message.split('. ');
    throw wrong(first);
  }
}
