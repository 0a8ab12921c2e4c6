// Several callers waiting at once share one round trip. No caller waits for others to come: a batch goes as soon as a slot is free,
// and holds whatever has gathered by then.
import { isLost } from './lost-connection.js';

/** Runs `work` on everything asked for since the last batch left, at most `size` at once and `slots` batches at a time. */
export class Batch<Q, A> {
  private waiting: { question: Q; answer: (a: A) => void; fail: (e: unknown) => void }[] = [];
  private running = 0;
  private planned = false;

  constructor(
    private readonly work: (questions: Q[]) => Promise<A[]>,
    private readonly limits: { size: number; slots: number },
  ) {}

  ask(question: Q): Promise<A> {
    return new Promise((answer, fail) => {
      this.waiting.push({ question, answer, fail });
      this.plan();
    });
  }

  // At the end of this turn of the event loop: what arrived in one read of the sockets leaves together.
  private plan(): void {
    if (this.planned || this.running >= this.limits.slots) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      this.leave();
    });
  }

  private leave(): void {
    while (this.waiting.length > 0 && this.running < this.limits.slots)
      void this.run(this.waiting.splice(0, this.limits.size));
  }

  private async run(batch: typeof this.waiting): Promise<void> {
    this.running += 1;
    try {
      const answers = await this.work(batch.map((one) => one.question));
      batch.forEach((one, n) => one.answer(answers[n] as A));
    } catch (error) {
      // Nobody is at fault where the database is away: tried alone each would wait as long again.
      if (batch.length === 1 || isLost(error)) for (const one of batch) one.fail(error);
      // One of them spoils it for the rest: each is tried alone, and only the one at fault hears of it.
      else for (const one of batch) this.work([one.question]).then(([answer]) => one.answer(answer as A), one.fail);
    } finally {
      this.running -= 1;
      if (this.waiting.length > 0) this.plan();
    }
  }
}
