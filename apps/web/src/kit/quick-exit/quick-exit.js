// Leaving quickly, for browsers that run scripts: at once, without waiting for us, by the button or three presses of Shift.
const form = document.querySelector('form[data-leave]');
if (form) {
  let presses = [];
  const leave = () => {
    document.documentElement.hidden = true;
    navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
    location.replace(form.dataset.leave);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keyup', ({ key, timeStamp }) => {
    presses = key === 'Shift' ? [...presses.filter((then) => timeStamp - then < 5000), timeStamp] : [];
    if (presses.length === 3) leave();
  });
}

// After a form was refused, what is wrong is read out first.
document.querySelector('.govuk-error-summary')?.focus();
