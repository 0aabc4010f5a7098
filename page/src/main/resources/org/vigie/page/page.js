// Shows the form and its answers. Nothing is stored, and no host is asked but for the page's own files.
(function () {
  'use strict';
  var script = window; // the compiled functions stand there
  var tags = script.tags().split(' ');
  var tag = 'en';
  var taking = {}; // file of data that a script brings -> what takes it
  var reading = null;
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
      showFailed(asked.text);
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
      makeReady();
    }
  });

  document.addEventListener('input', makeReady);

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
      return script.inflated(new Int8Array(bytes));
    }
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).arrayBuffer();
  }

  function loadedByScript(name) {
    return new Promise(function (done, fail) {
      var element = document.createElement('script');
      taking[name] = done;
      element.src = name + '.js';
      element.onerror = fail;
      document.head.appendChild(element);
    });
  }

  function fetched(name) {
    return fetch(name + '.bin').then(function (response) {
      if (!response.ok) {
        throw new Error(name + ' is not there');
      }
      return response.arrayBuffer();
    });
  }

  // A page that was opened from a file may fetch nothing, but load scripts.
  function take(name) {
    var isFile = location.protocol === 'file:' || !window.fetch;
    return (isFile ? loadedByScript(name) : fetched(name)).then(inflated).then(function (bytes) {
      script.take(new Int8Array(bytes));
    });
  }

  // Called when a person begins to write: who only reads the page needs a few files of it. One file
  // after the other, so that a small phone never holds two.
  function makeReady() {
    if (reading) {
      return;
    }
    reading = ['tables', 'lists', 'weights'].reduce(function (before, name) {
      return before.then(function () { return take(name); });
    }, Promise.resolve());
    reading.then(function () {
      script.beginToRead();
      isReady = true;
      document.documentElement.dataset.ready = 'true';
      if (waiting) {
        answer(waiting);
      }
    }).catch(function () {
      reading = null;
      if (waiting) {
        showFailed(waiting.text);
      }
    });
  }

  function showFailed(text) {
    showForm('error.failed');
    document.getElementById('text').value = text;
  }

  window.vigieData = function (name, texts) {
    taking[name](bytesOf(texts));
  };

  take('words').then(function () {
    script.begin();
    tag = chosen();
    showForm('');
  });
})();
