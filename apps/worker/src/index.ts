// The clock of the house: due deadlines become events of their cases. The post joins it when it is built.
export { passDeadline, type DeadlineJob, type Outcome } from './deadline.js';
export { startWorker, type Worker, type WorkerOptions } from './start.js';
