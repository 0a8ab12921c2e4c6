// The funnel of a period, in one statement: sums of the kept counters, and the median of each span.
import { funnelSteps, spans, type FunnelStep, type LossStep, type Span } from '../definitions.js';
import type { FunnelCounts } from '../reading.js';
import type { Period, Persons } from '../figures.js';
import type { Rows } from '#libs/database';

/** The steps in the order of figure_steps(): the places of what is known of sides and persons. */
const steps = Object.keys(funnelSteps) as FunnelStep[];
const spanNames = Object.keys(spans) as Span[];

/** What figures_funnel gives: sums by place; of a span known cases, tenths of a day, milliseconds. */
interface Sums {
  figure: 'funnel' | 'lost' | 'known' | 'persons' | 'span';
  part: string;
  n: (number | null)[];
}

/** The funnel of the cases referred to a service in a period. */
export async function funnel(db: Rows, { from, to }: Period): Promise<FunnelCounts> {
  const text = 'select figure, part, n from figures_funnel($1::date, $2::date, $3::text[])';
  const { rows } = await db.query<Sums>(text, [from, to, spanNames]);
  const found = new Map(rows.map(({ figure, part, n }) => [`${figure}/${part}`, n]));
  const at = (name: string, place = 0): number => found.get(name)?.[place] ?? 0;
  const cases = (step: FunnelStep): number => at(`funnel/${step}`);
  const persons = (role: string, step: FunnelStep): Persons => ({
    count: at(`persons/${role}`, steps.indexOf(step)),
    known: at(`known/${role}`, steps.indexOf(step)),
    of: cases(step),
  });
  return {
    steps: steps.map((step) => ({
      step,
      cases: cases(step),
      harmed: persons('harmed', step),
      responsible: persons('responsible', step),
    })),
    spans: spanNames.map((span) => ({
      span,
      days: median(found.get(`span/${span}`) ?? []),
      known: at(`span/${span}`),
      of: cases(spans[span].to),
    })),
    losses: rows
      .filter(({ figure, part, n }) => figure === 'lost' && !part.endsWith('/delivered') && (n[0] ?? 0) > 0)
      .map(({ part, n }) => {
        const [after, reason] = part.split('/') as [LossStep, string];
        return { after, reason, cases: n[0] ?? 0 };
      })
      .toSorted((a, b) => b.cases - a.cases || order(a.after, b.after) || order(a.reason, b.reason)),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Days with one decimal, halves up: from tenths, or from the lengths of the two cases in the middle together. */
function median([, tenths, milliseconds]: (number | null)[]): number | null {
  if (typeof tenths === 'number') return tenths / 10;
  return typeof milliseconds === 'number' ? Math.round((milliseconds / 2 / 86_400_000) * 10) / 10 : null;
}
