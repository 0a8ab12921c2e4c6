// The figures of a service: what each counts, how it is judged, who may see it.
export {
  definitions,
  funnelSteps,
  lossSteps,
  marksOf,
  spans,
  words,
  type Definition,
  type FunnelStep,
  type LossStep,
  type Mark,
  type MeasureName,
  type Span,
} from './definitions.js';
export * from './figures.js';
export { listNamed, nameOf, type CaseList } from './lists.js';
export { Measures, ServiceMeasures } from './measures.js';
export * from './reading.js';
export { candidate, candidates, facilitates, workloadOf } from './staff.js';
export { cutoffs, limitNameOf, overBefore, waitedSince } from './waiting.js';
