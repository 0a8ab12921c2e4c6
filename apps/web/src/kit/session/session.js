// A session that is about to end says so five minutes before, and is extended in one step without leaving the page.
const notice = document.querySelector('[data-session]');
if (notice) {
  const WARNED = 5 * 60_000;
  // Reckoned on this browser's own clock, which may be wrong: how long is left was true when the page came.
  let end = Date.now() + Number(notice.dataset.left);
  const word = notice.querySelector('[data-session-end]');
  const show = () => (notice.hidden = Date.now() < end - WARNED);
  notice.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(new FormData(form)).toString(),
      redirect: 'manual',
    }).catch(() => null);
    if (answer?.status !== 200) return form.submit();
    const [milliseconds, text] = (await answer.text()).split(' ');
    end = Date.now() + Number(milliseconds);
    word.textContent = text;
    show();
  });
  setInterval(show, 1000);
}
