// Shows the form and its answers. Nothing is stored, and nothing is asked of any host.
(function () {
  'use strict';
  var script = window; // the compiled functions stand there
  var tags = script.tags().split(' ');
  var tag = 'en';
  var isReady = false;
  var waiting = null;

  function known(wanted) {
    var primary = wanted.toLowerCase().split('-')[0];
    var found = primary === 'fil' ? 'tl' : primary;
    return tags.indexOf(found) < 0 ? '' : found;
  }

  function chosen() {
    var asked = [location.hash.slice(1)].concat(navigator.languages || [navigator.language || '']);
    return asked.map(known).filter(Boolean)[0] || 'en';
  }

  function show(html, isAnswer) {
    document.documentElement.lang = tag;
    document.documentElement.dir = script.direction(tag);
    document.title = script.title(tag, isAnswer);
    document.body.innerHTML = html;
    window.scrollTo(0, 0);
  }

  function showForm(error) {
    waiting = null;
    show(script.form(tag, error), false);
    if (error) {
      document.getElementById('text').focus();
    }
  }

  function answer(asked) {
    try {
      show(script.advice(asked.tag, asked.text, asked.country), true);
      var heading = document.querySelector('h1');
      heading.tabIndex = -1;
      heading.focus();
    } catch (e) {
      showForm('error.failed');
    }
  }

  function wait(asked, button) {
    var bar = document.createElement('progress');
    bar.setAttribute('aria-label', button.textContent);
    button.disabled = true;
    button.parentNode.appendChild(bar);
    waiting = asked;
  }

  document.addEventListener('submit', function (event) {
    event.preventDefault();
    var form = event.target;
    var asked = {text: form.text.value, tag: form.lang.value, country: form.country.value};
    var problem = script.problem(asked.text);
    if (problem) {
      showForm(problem);
      return;
    }
    tag = asked.tag;
    if (isReady) {
      answer(asked);
    } else {
      wait(asked, form.querySelector('button'));
    }
  });

  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      tag = known(link.getAttribute('href').slice(1)) || tag;
      location.hash = tag;
      showForm('');
      document.getElementById('text').focus();
    }
  });

  window.addEventListener('hashchange', function () {
    if (chosen() !== tag) {
      tag = chosen();
      showForm('');
    }
  });

  function bytesOf(texts) {
    var parts = texts.map(atob);
    var size = parts.reduce(function (sum, part) { return sum + part.length; }, 0);
    var bytes = new Int8Array(size);
    var at = 0;
    parts.forEach(function (part) {
      for (var i = 0; i < part.length; i++) {
        bytes[at++] = part.charCodeAt(i);
      }
    });
    return bytes;
  }

  function inflated(bytes) {
    if (!window.DecompressionStream) {
      return Promise.resolve(script.inflated(bytes));
    }
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).arrayBuffer().then(function (all) { return new Int8Array(all); });
  }

  window.vigieData = {
    words: function (texts) {
      inflated(bytesOf(texts)).then(function (bytes) {
        script.takeWords(bytes);
        tag = chosen();
        showForm('');
      });
    },
    models: function (texts) {
      inflated(bytesOf(texts)).then(function (bytes) {
        script.takeModels(bytes);
        isReady = true;
        document.documentElement.dataset.ready = 'true';
        if (waiting) {
          answer(waiting);
        }
      });
    }
  };
})();
