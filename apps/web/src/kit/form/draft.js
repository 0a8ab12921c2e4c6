// A form that is kept while it is typed: every ten seconds what changed is sent to the server, and nothing is kept in the browser.
const form = document.querySelector('form[data-draft]');
if (form) {
  const typed = () => new URLSearchParams(new FormData(form)).toString();
  const kept = document.querySelector('[data-draft-kept]');
  let last = typed();
  const keep = async () => {
    const now = typed();
    if (now === last) return;
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `${now}&_draft=keep`,
      redirect: 'manual',
    }).catch(() => null);
    // A line that dropped is tried again in ten seconds.
    if (answer?.status !== 200) return;
    last = now;
    if (kept) kept.textContent = await answer.text();
  };
  const timer = setInterval(keep, 10_000);
  form.addEventListener('submit', () => clearInterval(timer));
}
