// One due deadline becomes an ordinary event of its case: once, however often the job is delivered.
import { withoutWords } from '#libs/log';
import type { Actor, DeadlineName, Id } from '#libs/case';
import type { Answer, Command } from '#libs/casework';

/** What a job of the queue `deadline` carries. */
export interface DeadlineJob {
  serviceId: Id;
  caseId: Id;
  name: DeadlineName;
  /** Left out for deadlines of the whole case. */
  processId?: Id;
  about: string;
  /** ISO instant at which it was due when it was queued. */
  dueAt: string;
}
interface Job {
  id: string;
  data: DeadlineJob;
}
/** What becomes of the job: done with, or tried again. */
export interface Outcome {
  id: string;
  status: 'completed' | 'failed';
  output: { answer: string };
}

/**
 * Tells the case. The job's id is the key, so that a second delivery hears the first answer. A refusal completes the
 * job: the deadline was moved, met or overtaken, and the case knows best. Only trouble is tried again.
 */
export async function passDeadline(
  tell: (actor: Actor, command: Command) => Promise<Answer>,
  { id, data }: Job,
  onError: (error: Error) => void,
): Promise<Outcome> {
  const { serviceId, caseId, ...deadline } = data;
  try {
    const answer = await tell(
      { kind: 'clock', id: 'clock', serviceId },
      { caseId, key: `deadline ${id}`, event: { type: 'deadline.passed', ...deadline } },
    );
    if (answer.ok) return { id, status: 'completed', output: { answer: 'passed' } };
    return { id, status: answer.why === 'stale' ? 'failed' : 'completed', output: { answer: answer.why } };
  } catch (error) {
    onError(error as Error);
    return { id, status: 'failed', output: { answer: withoutWords(error).kind } };
  }
}
