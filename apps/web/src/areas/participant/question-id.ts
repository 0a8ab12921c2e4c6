// How an address names a question: by a mark that says nothing to somebody who reads the address.
import { hash } from 'node:crypto';

export interface Question {
  readonly purpose: string;
  readonly processId: string | null;
  readonly about: string | null;
}

/** Twelve hexadecimal digits; the same for the same question. */
export const questionId = ({ purpose, processId, about }: Question): string =>
  hash('sha256', [purpose, processId ?? '', about ?? ''].join('|'), 'hex').slice(0, 12);

/** All questions of a person, those of the service before those of each process. */
export const questionsOf = <Q extends Question>(part: {
  readonly consents: readonly Q[];
  readonly processes: readonly { readonly consents: readonly Q[] }[];
}): Q[] => [...part.consents, ...part.processes.flatMap(({ consents }) => consents)];
