// A page that goes on working while the line is down: what is pressed stays in this page's memory and nowhere else, and goes out once, in order.
// Each form carries the key of its command, so that one whose answer was lost on the way is not done twice.
const AGAIN = 5000;
const GIVES_UP = 15_000;
if (document.querySelector('[data-line]')) {
  const waiting = [];
  let sending = false;

  const say = (which) => {
    const line = document.querySelector('[data-line]');
    if (!line) return;
    line.classList.toggle('concord-line-state--off', which === 'off');
    line.querySelector('span').textContent = line.dataset[which];
  };

  // The answer takes the place of the page: it stays open, also if the line drops again.
  const show = async (reply) => {
    const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
    history.replaceState(null, '', reply.url);
    (document.querySelector('.govuk-error-summary') ?? document.querySelector('main')).focus();
    scrollTo(0, 0);
  };

  const send = async () => {
    if (sending || waiting.length === 0) return;
    sending = true;
    say('sending');
    const [{ url, body }] = waiting;
    try {
      const reply = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(GIVES_UP) });
      if (reply.status >= 500) throw new Error('try again');
      waiting.shift();
      sending = false;
      if (waiting.length > 0) return send();
      await show(reply);
      if (reply.ok) say('saved');
    } catch {
      sending = false;
      say('off');
      setTimeout(send, AGAIN);
    }
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-line-form]')) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    // Pressed again while it waits, it is what was pressed last.
    const key = body.get('_key');
    const before = waiting.findIndex((one) => one.body.get('_key') === key);
    const entry = { url: form.getAttribute('action'), body };
    if (before > 0 || (before === 0 && !sending)) waiting[before] = entry;
    else if (before === -1) waiting.push(entry);
    send();
  });
  addEventListener('online', send);
  addEventListener('beforeunload', (event) => {
    if (waiting.length > 0) event.preventDefault();
  });
}
