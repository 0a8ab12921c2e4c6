// The worker: due deadlines become events of their cases. Sending messages joins it when it is built.
export { passDeadline, type DeadlineJob, type Outcome } from './deadline.js';
export { startWorker, type Worker, type WorkerOptions } from './start.js';
