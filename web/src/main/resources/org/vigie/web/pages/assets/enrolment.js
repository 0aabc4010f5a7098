// Puts the key of a link into the form, and takes it out of the address and so of the history.
(() => {
  'use strict';
  const fill = () => {
    const key = location.hash.slice(1);
    if (/^[\w-]{43}$/.test(key)) { // #main is no key
      document.querySelector('[name=token]').value = key;
      history.replaceState(null, '', location.pathname);
    }
  };
  addEventListener('hashchange', fill);
  fill();
})();
