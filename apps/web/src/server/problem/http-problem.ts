// A request that is turned away: only its status is known, so that nothing about the reason can reach a page.

export type ProblemStatus = 400 | 403 | 404 | 429 | 500 | 503;

export class HttpProblem extends Error {
  constructor(readonly statusCode: ProblemStatus) {
    super(`turned away with ${statusCode}`);
  }
}
