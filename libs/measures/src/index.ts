// The figures of a service: what each counts, how it is judged, who may see it.
export { definitions, lossSteps, spans, words } from './definitions.js';
export type {
  Candidate,
  DeviationFigure,
  ListedCase,
  Period,
  UnassignedCase,
  WaitingCase,
  Workload,
} from './figures.js';
export { Measures, ServiceMeasures } from './measures.js';
export { PgMeasures } from './postgres/measures.js';
export { rebuildFigures, settleFigures } from './postgres/settle.js';
export { staffWithWorkloads } from './postgres/workloads.js';
