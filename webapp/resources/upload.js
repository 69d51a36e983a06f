/* Pictures and documents in parts, so that a lost connection costs a part and not the file.
   Without this script the same forms send whole files. */
(() => {
  'use strict';

  const place = document.getElementById('sending');
  if (!place || !window.fetch || !window.AbortController) return;
  const say = place.dataset;
  const PART = 256 * 1024;
  const lang = document.documentElement.lang;
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const online = () => navigator.onLine ? Promise.resolve() : new Promise(done => addEventListener('online', done, { once: true }));

  /* the same for the same file, chosen again after a reload */
  function mark(file) {
    let hash = 2166136261;
    for (const c of file.name) hash = Math.imul(hash ^ c.codePointAt(0), 16777619) >>> 0;
    return file.size + '-' + Math.trunc(file.lastModified || 0) + '-' + hash.toString(16);
  }

  class Stop extends Error {}

  async function call(method, address, body) {
    const limit = new AbortController();
    const end = setTimeout(() => limit.abort(), 60000);
    try {
      const answer = await fetch(address, { method, body, credentials: 'same-origin', redirect: 'error', headers: body ? { 'Content-Type': 'application/octet-stream' } : {}, signal: limit.signal });
      if (answer.status >= 500) throw new Error(answer.status);
      const json = await answer.json().catch(() => null);
      if (answer.status === 401) throw new Stop(say.signin);
      if (!json) throw answer.ok ? new Error(answer.status) : new Stop(say.failed);
      if (!answer.ok && answer.status !== 409) throw new Stop(json.text || say.failed);
      if (answer.status === 409 && json.text) throw new Stop(json.text);
      return json;
    } finally {
      clearTimeout(end);
    }
  }

  /* a call that is made until it is answered; only an answer of the server ends it */
  async function ask(method, address, body, line) {
    for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
      try {
        const answer = await call(method, address, body);
        line.tell(say.sending);
        return answer;
      } catch (failed) {
        if (failed instanceof Stop) throw failed;
        line.tell(say.waiting);
        await Promise.race([pause(wait), new Promise(done => addEventListener('online', done, { once: true }))]);
        await online();
      }
    }
  }

  async function send(file, kind, line) {
    const query = new URLSearchParams({ kind, mark: mark(file), name: file.name, size: file.size, lang });
    let state = await ask('POST', say.address + '?' + query, null, line);
    while (!state.done) {
      line.progress(state.here, state.size);
      const part = file.slice(state.here, state.here + PART);
      state = await ask('PUT', say.address + '/' + state.id + '?at=' + state.here + '&lang=' + lang, part, line);
    }
    line.progress(state.size, state.size);
    line.tell(say.done);
  }

  function line(form, file) {
    const box = document.createElement('div');
    box.className = 'sending box flow-s';
    const name = document.createElement('p');
    const bdi = document.createElement('bdi');
    bdi.dir = 'ltr';
    bdi.textContent = file.name;
    name.append(bdi);
    const bar = document.createElement('progress');
    bar.max = file.size || 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const words = document.createElement('p');
    words.className = 'small';
    words.setAttribute('aria-live', 'polite');
    box.append(name, bar, words);
    form.append(box);
    return {
      tell(what) { if (words.textContent !== what) words.textContent = what; },
      progress(here, size) { bar.max = size; bar.value = here; },
      fail(what) {
        bar.remove();
        words.className = 'error';
        words.setAttribute('role', 'alert');
        words.textContent = what;
      }
    };
  }

  let running = 0;
  const sent = new WeakSet(); // the files themselves: a second try does not send them twice
  const waits = () => [...document.querySelectorAll('form.send input[type=file]')].some(each => [...each.files].some(file => !sent.has(file)));

  document.querySelectorAll('form.send').forEach(form => {
    const input = form.querySelector('input[type=file]');
    const kind = form.dataset.kind;
    let going = false;
    form.addEventListener('submit', async event => {
      const files = [...input.files];
      if (!files.length) return;
      event.preventDefault();
      if (going) return;
      going = true;
      running += 1;
      form.querySelectorAll('.sending').forEach(each => each.remove());
      for (const file of files) {
        const shown = line(form, file);
        try {
          if (sent.has(file)) {
            shown.progress(1, 1);
            shown.tell(say.done);
            continue;
          }
          await send(file, kind, shown);
          sent.add(file);
        } catch (stop) {
          shown.fail(stop.message || say.failed);
        }
      }
      going = false;
      running -= 1;
      // the page as it is now saved, unless that would cut off or forget another file
      if (!running && !waits()) location.reload();
    });
  });
})();
