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
  class GivenUp extends Stop {}

  async function call(method, address, body, line) {
    const limit = new AbortController();
    if (line) line.limit = limit;
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
        const answer = await call(method, address, body, line);
        if (line.givenUp && !answer.done) throw new GivenUp();
        line.tell(say.sending);
        return answer;
      } catch (failed) {
        if (line.givenUp) throw new GivenUp();
        if (failed instanceof Stop) throw failed;
        line.tell(say.waiting);
        await Promise.race([line.stopped, Promise.race([pause(wait), new Promise(done => addEventListener('online', done, { once: true }))]).then(online)]);
        if (line.givenUp) throw new GivenUp();
      }
    }
  }

  async function send(file, kind, line) {
    const query = new URLSearchParams({ kind, mark: mark(file), name: file.name, size: file.size, lang });
    let state = await ask('POST', say.address + '?' + query, null, line);
    while (!state.done) {
      line.id = state.id;
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
    const stop = document.createElement('button');
    stop.type = 'button';
    stop.className = 'btn btn-bare';
    stop.textContent = say.cancel;
    stop.setAttribute('aria-label', say.cancel + ': ' + file.name);
    const foot = document.createElement('div');
    foot.className = 'row row-between';
    foot.append(words, stop);
    box.append(name, bar, foot);
    form.append(box);
    const made = {
      givenUp: false,
      id: null,
      limit: null,
      stopped: new Promise(done => stop.addEventListener('click', () => {
        made.givenUp = true;
        stop.disabled = true;
        if (made.limit) made.limit.abort();
        done();
      }, { once: true })),
      tell(what) { if (words.textContent !== what) words.textContent = what; },
      progress(here, size) { bar.max = size; bar.value = here; },
      end() { stop.remove(); },
      drop() { bar.remove(); made.tell(say.cancelled); },
      fail(what) {
        bar.remove();
        words.className = 'error';
        words.setAttribute('role', 'alert');
        words.textContent = what;
      }
    };
    return made;
  }

  /* tells the server; a last part may have been under way, and then the file is here after all */
  async function giveUp(line) {
    if (!line.id) return false;
    try {
      const answer = await call('DELETE', say.address + '/' + line.id + '?lang=' + lang, null, null);
      return answer.done;
    } catch (lost) {
      return false; // what nobody continues is thrown away after a day
    }
  }

  /* the browser's own words beside a file field are in the browser's language: the label is the button */
  document.querySelectorAll('form.send .field').forEach(field => {
    const input = field.querySelector('input[type=file]');
    const label = field.querySelector('label');
    if (!input || !label) return;
    const chosen = document.createElement('p');
    chosen.className = 'small chosen';
    chosen.setAttribute('aria-live', 'polite');
    input.classList.add('sr');
    label.classList.add('btn');
    label.after(chosen);
    input.addEventListener('change', () => {
      chosen.replaceChildren();
      for (const file of input.files) {
        const name = document.createElement('bdi');
        name.dir = 'ltr';
        name.textContent = file.name;
        if (chosen.firstChild) chosen.append(document.createElement('br'));
        chosen.append(name);
      }
    });
  });

  let running = 0;
  const sent = new WeakSet(); // the files themselves: a second try does not send them twice
  const left = new WeakSet(); // given up
  const waits = () => [...document.querySelectorAll('form.send input[type=file]')].some(each => [...each.files].some(file => !sent.has(file) && !left.has(file)));

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
          left.delete(file);
          await send(file, kind, shown);
          sent.add(file);
        } catch (stop) {
          if (!(stop instanceof GivenUp)) {
            shown.fail(stop.message || say.failed);
          } else if (await giveUp(shown)) {
            sent.add(file);
            shown.tell(say.done);
          } else {
            left.add(file);
            shown.drop();
          }
        } finally {
          shown.end();
        }
      }
      going = false;
      running -= 1;
      // the page as it is now saved, unless that would cut off or forget another file
      if (!running && !waits() && document.querySelector('form.send progress')) location.reload();
    });
  });
})();
