// Clears the page once nobody has touched it for as long as a session lasts, even without the server.
(() => {
  'use strict';
  const idle = Number(document.currentScript.dataset.minutes) * 60 * 1000;
  // Whoever works in one tab is there, and what is typed in another isn't to be lost.
  const tabs = new BroadcastChannel('touched');
  let touched = Date.now();
  let told = touched;
  tabs.addEventListener('message', () => {
    touched = Date.now();
  });
  tabs.postMessage(touched);
  for (const name of ['keydown', 'pointerdown']) {
    document.addEventListener(name, () => {
      touched = Date.now();
      if (touched - told >= 1000) {
        told = touched;
        tabs.postMessage(touched);
      }
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
