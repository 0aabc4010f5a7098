// Lets a file be dropped anywhere on the page, as if it had been chosen in the form.
(() => {
  'use strict';
  const form = document.getElementById('intake-form');
  const chosen = document.getElementById('intake-file');
  document.getElementById('intake-drop').hidden = false;
  for (const name of ['dragenter', 'dragover']) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add('dropping');
    });
  }
  document.addEventListener('dragleave', () => form.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('dropping');
    if (event.dataTransfer.files.length === 1) {
      chosen.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
})();
