// Slides the last day of a map: what came later is hidden, in the drawing and in the tables.
(() => {
  'use strict';
  const label = document.getElementById('map-slide');
  const slider = label.querySelector('input');
  const last = document.getElementById('map-to');
  const dated = document.querySelectorAll('[data-day]');
  const DAY = 24 * 60 * 60 * 1000;
  slider.addEventListener('input', () => {
    const day = Number(slider.value);
    last.value = new Date(day * DAY).toISOString().slice(0, 10);
    slider.setAttribute('aria-valuetext', last.value);
    for (const mark of dated) {
      mark.classList.toggle('later', Number(mark.dataset.day) > day);
    }
  });
  slider.setAttribute('aria-valuetext', last.value);
  label.hidden = slider.min === slider.max;
})();
