// Non-interference as tests: so many pairs of cases for these readers, from one printed seed.
import fc from 'fast-check';
import { commands } from './requests.js';
import { depths, pairOf, type Asked } from './build-pair.js';
import { openTwins, type Twins } from './compare.js';
import type { Reader } from './readers.js';

// A sample; `npm run test:deep` makes hundreds. Of the eighths of `PAIRS`, these readers have their share.
const PAIRS = Number(process.env['PAIRS'] ?? 24);
const SEED = Number(process.env['PAIRS_SEED'] ?? 20_260_302);
const MINUTES = 60_000;

/** Holds the promise for each of these readers; `eighths` of all pairs are theirs. */
export function expectNoInterference(readers: readonly Reader[], eighths: number): void {
  let twins: Twins;
  beforeAll(async () => void (twins = await openTwins()), 2 * MINUTES);
  afterAll(() => twins.close());
  const pairs = Math.ceil((PAIRS * eighths) / 8);
  const tried = new Set<string>();

  test(
    `${pairs} pairs of services that differ only in secrets answer ${readers.join(', ')} with the same bytes`,
    async () => {
      const asked = fc.record({
        reader: fc.constantFrom(...readers),
        depth: fc.constantFrom(...depths),
        seed: fc.nat(),
        secrets: fc.integer({ min: 1, max: 8 }),
      });
      let made = 0;
      await fc.assert(
        fc.asyncProperty(asked, async (one: Omit<Asked, 'member'>) => {
          const pair = pairOf({ ...one, member: made }, (0xa0000000 + made).toString(16));
          fc.pre(pair !== null);
          made += 1;
          const differs = await twins.differ(pair, one.seed, tried);
          const secrets = pair.secrets.map(({ type, by: _by, at: _at, ...said }) => `${type} ${JSON.stringify(said)}`);
          if (differs) throw new Error(`${differs}\nThe secrets: ${secrets.join('\n')}`);
        }),
        { numRuns: pairs, seed: SEED, endOnFailure: true, verbose: true },
      );
      expect(made).toBeGreaterThanOrEqual(pairs);
    },
    // A run of thousands is asked for by hand.
    Math.max(5 * MINUTES, pairs * 2_000),
  );

  test('every command has been tried', () => {
    const untried = commands.map(({ name }) => name).filter((name) => !tried.has(name));
    expect(PAIRS < 500 ? [] : untried).toEqual([]);
  });
}
