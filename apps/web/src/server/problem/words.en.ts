// The English sentences of this page.

export const en = {
  invalidTitle: 'We did not understand that',
  invalidText: 'Go back and try again.',
  forbiddenTitle: 'This page is out of date',
  forbiddenText:
    'It was open for a long time, or in more than one window. Nothing was changed. Go back, load the page again, and try once more.',
  notFoundTitle: 'Page not found',
  notFoundText: 'The address may be wrong, or the page may no longer be there.',
  tooManyTitle: 'Please wait a little',
  tooManyText: 'There were many tries in a short time. Nothing is lost. Wait some minutes and try again.',
  brokenTitle: 'Something went wrong',
  brokenText: 'The fault is ours. Nothing you did has caused it. Try again later.',
  awayTitle: 'This is not available just now',
  awayText: 'Try again in a few minutes.',
} as const;
