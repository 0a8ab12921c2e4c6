// Leaving quickly, for browsers that run scripts: at once, without waiting for us, by the button or three presses of Shift.
const link = document.querySelector('a[data-leave]');
if (link) {
  let presses = [];
  const leave = () => {
    document.documentElement.hidden = true;
    document.title = '';
    // Ends the session and clears what it can, while the other page is already on its way.
    fetch(link.href, { keepalive: true, redirect: 'manual' }).catch(() => undefined);
    location.replace(link.dataset.leave);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // A button is pressed with the space bar as well.
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    leave();
  });
  document.addEventListener('keyup', ({ key, timeStamp }) => {
    presses = key === 'Shift' ? [...presses.filter((then) => timeStamp - then < 5000), timeStamp] : [];
    if (presses.length === 3) leave();
  });
  // A page that the browser kept whole shows nothing when it is gone back to: it is asked for anew, and the session has ended.
  addEventListener('pagehide', () => (document.documentElement.hidden = true));
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
    else document.documentElement.hidden = false;
  });
}

// After a form was refused, what is wrong is read out first.
document.querySelector('.govuk-error-summary')?.focus();
