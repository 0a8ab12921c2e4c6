// Figures as the schema words them: people by name, blockers in a sentence, lists as connections.
import {
  definitions,
  type Candidate,
  type ListedCase,
  type Period,
  type ServiceMeasures,
  type UnassignedCase,
  type WaitingCase,
  type Workload,
} from '#libs/measures';
import { InvalidRequest } from '#libs/database';
import { colleague, colleagueOrNull } from '../case/views/by-name.js';
import { connection, pageAsked, type PageArgs } from '../pages.js';
import { apiError } from '../../server/graphql/errors.js';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { MeasuresPort } from '../../ports/measures.js';
import { inWords } from '../../audience/blocker-in-words.js';

/** The figures this actor may see; null for any other actor. */
export const measuresFor = (measuring: MeasuresPort, { actor, at }: RequestContext): ServiceMeasures | null =>
  measuring.for(actor, at);

/** Every definition, with its name. */
export const definitionRows = Object.entries(definitions).map(([measure, { version, says, unit }]) => ({
  measure,
  version,
  says,
  unit,
}));

const listedCase = ({ caseId, leadId, ...row }: ListedCase) => ({ ...row, id: caseId, lead: colleagueOrNull(leadId) });
export const candidateView = ({ staffId, reasons, ...row }: Candidate) => ({
  ...row,
  facilitator: colleague(staffId),
  reasons: reasons.map((each) => ({ ...each, whoCanSupply: each.who, words: inWords(each), named: [] })),
});
const workload = ({ staffId, ...row }: Workload) => ({ ...row, facilitator: colleague(staffId) });

export const waitingPage = (measures: ServiceMeasures, page: PageArgs) =>
  connection(measures.waitingCases(pageAsked(page)), (row: WaitingCase) => ({ ...row, case: listedCase(row) }));
export const unassignedPage = (measures: ServiceMeasures, page: PageArgs) =>
  connection(measures.unassignedCases(pageAsked(page)), (row: UnassignedCase) => ({
    case: listedCase(row),
    sensitive: row.sensitive,
    candidates: row.candidates.map(candidateView),
  }));

/** One page of the list of this name; NOT_FOUND when no figure has it. */
export async function casesPage(measures: ServiceMeasures, { list, ...page }: PageArgs & { list: string }) {
  const found = measures.cases(list, pageAsked(page)).then((listed) => {
    if (!listed) throw apiError('NOT_FOUND', 'No figure has a list of that name.');
    return listed;
  });
  return connection(found, listedCase);
}

export const workloads = async (measures: ServiceMeasures) => (await measures.workloads()).map(workload);
export async function ownWorkload(measuring: MeasuresPort, { actor, at }: RequestContext) {
  const own = await measuring.own(actor, at);
  return own && workload(own);
}

export async function funnel(measures: ServiceMeasures, period: Period) {
  const { period: days, ...figures } = await measures.funnel(period).catch(noPeriod);
  return { ...days, ...figures };
}
export const checkpoints = (measures: ServiceMeasures, period: Period) => measures.checkpoints(period).catch(noPeriod);

export const deviations = (measures: ServiceMeasures, period: Period) => measures.deviations(period).catch(noPeriod);

function noPeriod(error: unknown): never {
  if (error instanceof InvalidRequest)
    throw apiError('BAD_USER_INPUT', 'A period has a first and a last day, in this order.');
  throw error;
}
