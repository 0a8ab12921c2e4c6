// Somebody refers themselves, and a member of staff signs in, in a real browser.
import type { Page } from 'playwright-core';
import { steps } from '../../../apps/web/src/areas/public/refer/steps.js';

/** Presses the button of the page's form. */
export const goOn = (page: Page) => page.click('main form button.govuk-button');

/** Answers as somebody gives them, step by step, until they are looked over; a step that is not named is skipped. */
export async function answers(
  url: string,
  page: Page,
  said: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<string> {
  let code = '';
  await page.goto(`${url}/refer/safe`);
  for (let asked = 0; asked < steps.length + 2 && !page.url().endsWith('/refer/check'); asked += 1) {
    const step = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    if (step === 'code') {
      code = (await page.textContent('.concord-code'))?.trim() ?? '';
      await page.click('main a.govuk-button');
    } else {
      for (const [field, answer] of Object.entries(said[step] ?? {}))
        await (answer.startsWith('=')
          ? page.check(`[name=${field}][value="${answer.slice(1)}"]`)
          : page.fill(`[name=${field}]`, answer));
      await goOn(page);
    }
  }
  return code;
}

/** Sends what was looked over. Whoever is quicker than anybody reads is asked to look once more: so often, until ten seconds have gone. */
export async function sends(page: Page): Promise<void> {
  for (let tries = 0; tries < 500 && page.url().endsWith('/refer/check'); tries += 1) await page.click('#send');
  expect(page.url()).toMatch(/\/refer\/done$/);
}

/** Signs in at the demonstration's provider. */
export async function signsIn(url: string, page: Page, subject: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.click('main form button');
  // Without a script a page that leads on does so by itself as well.
  await page.waitForURL('**/oidc/who/*');
  await page.click(`button[value=${subject}]`);
  await page.waitForURL('**/today');
}
