/** Why a whole file cannot be read, in one line for the person who sent it. */

export type FileProblem = 'empty' | 'binary' | 'columns' | 'header' | 'shape' | 'size';

/** The file as a whole cannot be read; nothing of it was taken. `message` is one plain line, without personal data. */
export class ReferralFileProblem extends Error {
  constructor(
    /** Stable code of the problem. */
    readonly code: FileProblem,
    message: string,
  ) {
    super(message);
    this.name = 'ReferralFileProblem';
  }
}
