// The messages of sign-in: one sentence for all outcomes that must look alike, written for the honest visitor.

/** To a visitor who gave an invitation code, right or wrong, once or too often. */
export const codeMayComeWords =
  'If this code can be used, a one-time code is on its way in the way that was agreed with the person it belongs to. ' +
  'If nothing comes within ten minutes, ring the service: somebody there can help.';

/** To a visitor who could not be signed in, for any reason. */
export const notSignedInWords =
  'You are not signed in. A one-time code can be used once and for a few minutes: ask for a new one. ' +
  'If that does not help, wait a quarter of an hour and try again, or ring the service.';
