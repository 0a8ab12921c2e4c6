// The embedded provider's few pages, plain and in the same look: who do you want to be, sign out, something went wrong.

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');

/** A demonstration person to sign in as. */
export interface Choice {
  readonly subject: string;
  readonly name: string;
  readonly role: string;
}

/** Every page of the provider; `style` is the address of the pages' stylesheet, `content` is HTML. */
export function providerPage(style: string, title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}"><link rel="icon" href="data:,"></head>
<body class="govuk-template__body">
<header class="concord-header"><div class="govuk-width-container concord-header__row">
<span class="concord-header__name">Demonstration sign-in</span></div></header>
<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main">
<h1 class="govuk-heading-l">${escaped(title)}</h1>
${content}
</main></div></body></html>`;
}

/** The list of people, each a button; no password is asked. */
export function choicePage(style: string, action: string, choices: readonly Choice[]): string {
  const buttons = choices.map(
    ({ subject, name, role }) =>
      `<li><button class="govuk-button govuk-button--secondary" name="subject" value="${escaped(subject)}">${escaped(name)}, ${escaped(role)}</button></li>`,
  );
  const content = `<p class="govuk-body">This is a demonstration. Nobody here is real, and nobody has a password. A service of its own
names its own sign-in provider instead.</p>
<form method="post" action="${escaped(action)}"><ul class="govuk-list concord-list">${buttons.join('\n')}</ul></form>`;
  return providerPage(style, 'Who do you want to sign in as?', content);
}

/** Asks before the provider's own session ends; `form` is the provider's hidden one, with the id `op.logoutForm`. */
export function leavePage(style: string, form: string): string {
  const content = `${form}<p class="govuk-body">You can also stay signed in here and choose somebody else later.</p>
<button class="govuk-button" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
  return providerPage(style, 'Sign out of the demonstration too?', content);
}
