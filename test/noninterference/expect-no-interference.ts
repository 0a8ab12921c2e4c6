// Non-interference as tests: so many pairs of cases for these readers, from one printed seed.
import fc from 'fast-check';
import { pairOf, type Asked } from './build-pair.js';
import { openTwins, type Twins } from './compare.js';
import { tally, type Met } from './met.js';
import type { Reader } from './readers.js';
import { commands } from './requests.js';
import { depths } from './shared-case.js';
import { themeNames } from './themes.js';

// A sample; `npm run test:deep` makes hundreds. Each kind of reader is asked for in turn, so that none is left out.
const PAIRS = Number(process.env['PAIRS'] ?? 64);
const SEED = Number(process.env['PAIRS_SEED'] ?? 20_260_302);
const MINUTES = 60_000;
const ALL_KINDS = 32;
const LONG = 500;

/** Holds the promise for each of these readers; `often` must be among what the twins differ in, in any run, and `all` in a long one. */
export function expectNoInterference(
  readers: readonly Reader[],
  { often, all }: { often: readonly string[]; all: readonly string[] },
): void {
  const sought = PAIRS < LONG ? often : all;
  let twins: Twins;
  beforeAll(async () => void (twins = await openTwins()), 2 * MINUTES);
  afterAll(() => twins.close());
  const pairs = Math.max(readers.length, Math.ceil((PAIRS * readers.length) / ALL_KINDS));
  const tried = new Set<string>();
  const met: Met = new Map();

  test(
    `${pairs} pairs of services that differ only in secrets answer each of ${readers.join(', ')} with the same bytes`,
    async () => {
      const asked = fc.record({
        depth: fc.constantFrom(...depths),
        seed: fc.nat(),
        secrets: fc.integer({ min: 1, max: 10 }),
      });
      let made = 0;
      await fc.assert(
        fc.asyncProperty(asked, async (drawn: Pick<Asked, 'depth' | 'seed' | 'secrets'>) => {
          const reader = readers[made % readers.length] as Reader;
          // every reader meets every theme as a run grows longer
          const theme = themeNames[(made + Math.floor(made / readers.length)) % themeNames.length] ?? 'opens';
          const pair = pairOf({ ...drawn, reader, theme, member: made }, (0xa0000000 + made).toString(16));
          fc.pre(pair !== null);
          made += 1;
          tally(met, pair);
          const differs = await twins.differ(pair, drawn.seed, tried);
          const secrets = pair.secrets.map(({ by: _by, at: _at, ...said }) => JSON.stringify(said));
          if (differs) throw new Error(`${reader}, ${theme}: ${differs}\nThe secrets: ${secrets.join('\n')}`);
        }),
        { numRuns: pairs, seed: SEED, endOnFailure: true, verbose: true },
      );
      expect(made).toBeGreaterThanOrEqual(pairs);
    },
    // A run of thousands is asked for by hand.
    Math.max(5 * MINUTES, pairs * 3_000),
  );

  test(`among what they differ in are: an emergency, ${sought.join(', ')}`, () => {
    expect(sought.filter((one) => !met.has(one))).toEqual([]);
    expect(tried).toContain('openInEmergency');
  });

  test('every command has been tried', () => {
    const untried = commands.map(({ name }) => name).filter((name) => !tried.has(name));
    expect(PAIRS < LONG ? [] : untried).toEqual([]);
  });
}
