// Clears the page once nobody has touched it for as long as a session lasts, even without the server.
(() => {
  'use strict';
  const idle = Number(document.currentScript.dataset.minutes) * 60 * 1000;
  let touched = Date.now();
  for (const name of ['keydown', 'pointerdown']) {
    document.addEventListener(name, () => {
      touched = Date.now();
    });
  }
  const leave = () => {
    if (Date.now() - touched >= idle) {
      document.body.replaceChildren();
      location.replace('/sign-in');
    }
  };
  document.addEventListener('visibilitychange', leave);
  setInterval(leave, 60 * 1000);
})();
