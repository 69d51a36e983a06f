/* The owner's form. Without this script it works as well, only less comfortably. What is typed is
   kept on the device at once and saved in the background; nothing that was saved elsewhere
   meanwhile is ever written over without asking. */
(() => {
  'use strict';

  const form = document.getElementById('f');
  const keeper = document.getElementById('keeper');
  const peek = document.getElementById('peek');
  if (!form || !keeper) return;
  const say = keeper.dataset;
  const says = keeper.querySelector('.keeper-says');

  /* ───────── what is typed ───────── */
  const PART = /^(rows|f:(?!version$|auto$|show$).+)$/;
  const counts = el => el.name && PART.test(el.name) && !/^(submit|button|file|image|reset)$/.test(el.type);

  const values = read => {
    const all = {};
    for (const el of form.elements) if (counts(el)) all[el.name] = read(el);
    return all;
  };
  const typed = () => values(el => (el.type === 'checkbox' ? (el.checked ? 'on' : '') : el.value));
  const shown = () => values(el => {
    if (el.type === 'checkbox') return el.defaultChecked ? 'on' : '';
    if (el.tagName === 'SELECT') {
      const chosen = [...el.options].find(each => each.defaultSelected) || el.options[0];
      return chosen ? chosen.value : '';
    }
    return el.defaultValue;
  });
  const text = all => JSON.stringify(Object.keys(all).sort().map(name => [name, all[name].replace(/\r\n?/g, '\n')]));
  const version = () => form.elements['f:version'];

  /* what the server makes of it when it is saved: figures in its own digits, nothing around words */
  const latin = typedText => typedText
    .replace(/[٠-٩]/g, c => c.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, c => c.charCodeAt(0) - 0x6f0)
    .replace(/[٬،]/g, ',').replace(/٫/g, '.').replace(/[\s\p{Cf}]/gu, '');
  function meant(name, value) {
    const el = form.elements[name];
    const words = value.replace(/\r\n?/g, '\n').replace(/(?![\u200c\u200d])\p{Cf}/gu, '').trim();
    if (!el || el.tagName !== 'INPUT') return words;
    const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(latin(words));
    if (day) return day[1] + '-' + day[2].padStart(2, '0') + '-' + day[3].padStart(2, '0');
    const figure = /^0*(\d+?)(?:\.(\d*?)0*)?[%٪]?$/.exec(latin(words).replace(/,/g, ''));
    if (figure && /^(numeric|decimal)$/.test(el.inputMode)) return figure[1] + (figure[2] ? '.' + figure[2] : '');
    return words.replace(/\s+/g, ' ');
  }
  const meaning = all => JSON.stringify(Object.keys(all).sort().map(name => [name, meant(name, all[name])]));

  /* ───────── kept on the device ───────── */
  const KEEP_DAYS = 30;
  const kept = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch (none) { return null; } },
    put(key, what) { try { localStorage.setItem(key, JSON.stringify(what)); return true; } catch (full) { return false; } },
    drop(key) { try { localStorage.removeItem(key); } catch (none) { /* nothing was kept */ } },
    /* what was typed here, in whichever window, the newest first */
    all() {
      try {
        return Object.keys(localStorage).filter(key => key.startsWith(say.key + '~'))
          .map(key => ({ key, ...kept.get(key) })).filter(each => each.values).sort((a, b) => b.at - a.at);
      } catch (none) { return []; }
    },
    old() {
      try {
        for (const key of Object.keys(localStorage)) {
          const what = key.startsWith('wasl.draft.') && kept.get(key);
          if (what && Date.now() - what.at > KEEP_DAYS * 864e5) localStorage.removeItem(key);
        }
      } catch (none) { /* no storage here */ }
    },
    mine() {
      const mine = say.key.split('.').slice(0, 3).join('.') + '.';
      try { Object.keys(localStorage).filter(key => key.startsWith(mine)).forEach(key => localStorage.removeItem(key)); } catch (none) { /* no storage here */ }
    }
  };

  /* each window keeps its own: one that has saved does not take another's words with it */
  const tab = (() => {
    try {
      const known = sessionStorage.getItem('wasl.tab') || Math.random().toString(36).slice(2, 10);
      sessionStorage.setItem('wasl.tab', known);
      return known;
    } catch (none) { return '0'; }
  })();
  const own = say.key + '~' + tab;

  let saved = say.posted === 'true' ? null : text(shown());
  let stopped = say.newer === 'true';
  let asking = false;
  let busy = null;
  let timer = 0;
  let wait = 5000;
  let unsure = null; // what was sent and not answered: it may be saved all the same
  let late = false; // something was typed while the browser's own save is on its way
  let leaving = false;
  let went = null; // what the browser's own save took with it

  const dirty = () => text(typed()) !== saved;
  /* beside newer words the field holds their version, which these words never saw: no version then, so that they are asked about */
  const keep = sent => !leaving && kept.put(own, { at: Date.now(), version: say.newer === 'true' ? '' : version().value, sent: !!sent, over: !sent && form.dataset.going ? went : null, values: typed() });
  const tell = (state, words) => {
    keeper.dataset.state = state;
    says.textContent = words || say[state] || '';
    if (state === 'signin') {
      const link = document.createElement('a');
      link.href = location.pathname;
      link.textContent = say.signinLink;
      says.append(' ', link);
    }
  };

  /* ───────── saved in the background ───────── */
  const later = ms => { clearTimeout(timer); if (!stopped && !asking) timer = setTimeout(save, ms); };
  const again = state => { tell(state); later(wait); wait = Math.min(wait * 2, 60000); };

  async function send() {
    if (!unsure) {
      unsure = { body: new URLSearchParams(new FormData(form)), sent: text(typed()) };
      unsure.body.set('f:auto', '1');
    }
    // the same once more is never saved twice; other words would collide with it
    const { body, sent } = unsure;
    const limit = new AbortController();
    const end = setTimeout(() => limit.abort(), 20000);
    try {
      tell('saving');
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual', credentials: 'same-origin', headers: { 'X-Wasl-Background': '1' }, signal: limit.signal });
      const json = (answer.headers.get('Content-Type') || '').includes('json') ? await answer.json() : null;
      if (answer.status < 500) unsure = null;
      if (answer.status === 401) { tell('signin'); return; }
      if (!answer.ok || !json) {
        if (answer.status >= 400 && answer.status < 500) { stopped = true; tell('trouble'); } else again('trouble');
        return;
      }
      wait = 5000;
      if (json.state === 'saved') {
        saved = sent;
        version().value = json.version;
        if (dirty()) { keep(); later(1500); } else kept.drop(own);
        tell('saved', json.text);
        look();
      } else {
        stopped = json.state === 'newer';
        tell(json.state, json.text);
        if (text(typed()) !== sent) later(1500);
      }
    } catch (cut) {
      again('offline');
    } finally {
      clearTimeout(end);
    }
  }

  function save() {
    if (busy || stopped || asking || form.dataset.going || !dirty()) return busy;
    return start();
  }

  function start() {
    if (!navigator.onLine) { tell('offline'); return null; }
    busy = send().finally(() => { busy = null; });
    return busy;
  }

  let storing = 0;
  /* what is on its way is kept already, as sent; what was typed after it is not */
  const store = () => { if (dirty() && (late || !form.dataset.going)) keep(); };
  const go = () => { late = false; form.dataset.going = '1'; };
  const changed = () => {
    if (asking) return;
    if (form.dataset.going) late = true;
    clearTimeout(storing);
    storing = setTimeout(store, 150);
    if (!dirty()) return;
    if (!navigator.onLine) tell('offline');
    else if (keeper.dataset.state !== 'signin') tell('unsaved');
    later(1500);
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  addEventListener('pagehide', () => { if (!asking) store(); });
  addEventListener('online', () => { wait = 5000; later(200); });
  addEventListener('offline', () => { if (dirty()) tell('offline'); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && dirty()) later(200); });
  addEventListener('pageshow', shownAgain => { if (shownAgain.persisted) delete form.dataset.going; });

  form.addEventListener('submit', event => {
    const by = event.submitter;
    if (unsure && !busy) start();
    if (busy) {
      // what is on its way counts a save: the version that it answers goes along
      event.preventDefault();
      busy.then(() => { if (!unsure) form.requestSubmit(by); });
      return;
    }
    clearTimeout(timer);
    clearTimeout(storing);
    if (dirty()) keep(true);
    if (!navigator.onLine) {
      event.preventDefault();
      tell('offline');
      return;
    }
    went = typed();
    go();
  });
  document.querySelectorAll('form[action$="/sign-out"]').forEach(out => out.addEventListener('submit', () => { stopped = true; leaving = true; kept.mine(); }));

  /* ───────── put back ───────── */
  function fill(all) {
    const now = typed();
    const names = Object.keys(all);
    if (names.some(name => !(name in now)) || all.rows !== now.rows) {
      // other rows than are here: the server makes them
      const whole = document.createElement('form');
      whole.method = 'post';
      whole.action = form.action;
      whole.hidden = true;
      const fields = { ...all, f: 'f', 'jakarta.faces.ViewState': form.elements['jakarta.faces.ViewState'].value, 'f:version': version().value, 'f:show': '1' };
      for (const name of Object.keys(fields)) {
        const box = all[name] === '' && form.elements[name] && form.elements[name].type === 'checkbox';
        if (box) continue;
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        field.value = fields[name];
        whole.append(field);
      }
      document.body.append(whole);
      go();
      whole.submit();
      return;
    }
    for (const el of form.elements) {
      if (!counts(el) || !(el.name in all)) continue;
      if (el.type === 'checkbox') el.checked = all[el.name] !== '';
      else el.value = all[el.name];
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /* The fields show what was sent. What was typed in them while it travelled comes on top, but into
     no row where rows were taken away: nobody knows which one it is now. */
  function goOn(what) {
    if (!what || !what.over) return;
    const fewer = Number(typed().rows || 0) < Number(what.over.rows || 0);
    for (const el of form.elements) {
      const typedOn = counts(el) && el.name in what.values && what.values[el.name] !== what.over[el.name];
      if (!typedOn || (fewer && el.name.startsWith('f:lines:')) || el.name === 'rows') continue;
      if (el.type === 'checkbox') el.checked = what.values[el.name] !== '';
      else el.value = what.values[el.name];
    }
  }

  function take(before) {
    if (kept.put(own, { at: Date.now(), version: version().value, values: before.values }) && before.key !== own) kept.drop(before.key);
    fill(before.values);
  }

  function ask(words, answers) {
    const box = document.createElement('div');
    box.className = 'alert is-warn keeper-ask';
    const inner = document.createElement('div');
    inner.className = 'flow-s';
    const p = document.createElement('p');
    p.textContent = words;
    const row = document.createElement('p');
    row.className = 'row';
    for (const [label, act] of answers) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn';
      button.textContent = label;
      button.addEventListener('click', () => { box.remove(); act(); });
      row.append(button);
    }
    inner.append(p, row);
    box.append(inner);
    keeper.append(box);
  }

  function begin() {
    kept.old();
    const stored = document.cookie.split('; ').find(each => each.startsWith('stored='));
    if (stored) {
      document.cookie = 'stored=; path=/; max-age=0';
      const key = decodeURIComponent(stored.slice(7)).replace(/^"|"$/g, '') + '~' + tab;
      const what = kept.get(key);
      if (what && what.over && what.version !== '') {
        // typed on while it travelled: it continues what has been saved now
        kept.put(key, { ...what, version: String(Number(what.version) + 1), over: null });
      } else if (what && what.sent) {
        kept.drop(key);
      }
    }
    if (saved === null) {
      goOn(kept.get(own));
      keep();
      if (stopped) keeper.dataset.state = 'newer';
      else { tell('unsaved'); later(1500); }
      return;
    }
    const found = kept.all().filter(each => {
      const same = meaning(each.values) === meaning(shown());
      if (same) kept.drop(each.key);
      return !same;
    });
    const before = found.find(each => each.key === own) || found[0];
    if (!before) return;
    const server = shown();
    if (before.version === version().value) {
      ask(say.back, [[say.useSaved, () => { fill(server); if (saved === text(server)) { kept.drop(own); tell('', ''); } }]]);
      take(before);
    } else {
      asking = true;
      ask(say.backNewer, [
        [say.putBack, () => { asking = false; take(before); }],
        [say.drop, () => { asking = false; kept.drop(before.key); }]]);
    }
  }

  /* ───────── how it looks on a phone ───────── */
  function look() {
    // far below on a phone it is not loaded yet: it will be, with what is saved by then
    if (!peek || !peek.offsetParent) return;
    const frame = peek.contentWindow;
    let at = 0;
    try {
      if (frame.location.href === 'about:blank') return;
      at = frame.scrollY;
    } catch (failed) {
      // it did not come last time: the browser's own page stands there, which may not be read
      frame.location.replace(peek.src);
      return;
    }
    peek.addEventListener('load', () => {
      try { frame.scrollTo(0, at); } catch (failed) { /* nor did it come this time */ }
    }, { once: true });
    frame.location.reload();
  }

  /* ───────── figures while they are typed ───────── */
  const lang = document.documentElement.lang;
  function minor(typedText, scale) {
    const found = /^(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.(\d{1,3}))?$/.exec(latin(typedText));
    if (!found) return null;
    const part = found[2] || '';
    return part.length > scale ? null : BigInt(found[1].replace(/,/g, '') + part.padEnd(scale, '0'));
  }
  const halfEven = (a, b) => {
    const whole = a / b;
    const twice = (a % b) * 2n;
    return twice > b || (twice === b && whole % 2n === 1n) ? whole + 1n : whole;
  };
  function money(amount, unit) {
    const negative = amount < 0n;
    const figures = (negative ? -amount : amount).toString().padStart(3, '0');
    const cents = figures.slice(-2);
    const number = (negative ? (lang === 'en' ? '' : '\u200e') + '\u2212' : '') + figures.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',') + (cents === '00' ? '' : '.' + cents);
    const bdi = document.createElement('bdi');
    bdi.className = 'money';
    const cur = document.createElement('span');
    cur.className = 'cur';
    cur.textContent = unit;
    if (lang === 'en') bdi.append(cur, '\u00a0' + number);
    else bdi.append(number + '\u00a0', cur);
    return bdi;
  }
  const table = words => Object.fromEntries((words || '').split(' ').filter(Boolean).map(each => each.split(':')));
  const field = name => form.elements['f:' + name];

  const sums = document.getElementById('sums');
  function reckon() {
    const currency = field('currency').value;
    const unit = table(sums.dataset.units)[currency];
    const dinars = table(sums.dataset.rates)[currency];
    const fee = table(sums.dataset.fees)[field('model').value];
    const points = BigInt(fee || 0);
    let lines = 0n;
    let required = 0n;
    form.querySelectorAll('fieldset.entry').forEach((line, row) => {
      const foreign = field('lines:' + row + ':unitCurrency').value !== 'IQD';
      const cost = minor(field('lines:' + row + ':unitCost').value, foreign ? 2 : 0);
      const many = latin(field('lines:' + row + ':quantity').value);
      let total = cost === null || !/^\d{1,6}$/.test(many) ? null : cost * BigInt(many);
      if (total !== null && !foreign) {
        const [whole, part = ''] = (dinars || '').split('.');
        total = whole ? halfEven(total * 100n * 10n ** BigInt(part.length), BigInt(whole + part)) : null;
      }
      if (total !== null) lines += total;
      if (total !== null && field('lines:' + row + ':required').checked) required += total;
      const out = line.querySelector('.line-total');
      out.classList.toggle('off', total === null);
      if (total !== null) out.querySelector('.sum').replaceChildren(money(total, unit));
    });
    const goal = minor(field('goal').value, 2);
    const part = goal === null ? null : halfEven(goal * points, 10000n);
    const net = goal === null ? null : goal - part;
    const arrives = g => g - halfEven(g * points, 10000n);
    const least = minor(field('minimum').value, 2);
    let fitting = null;
    if (fee && lines > 0n) {
      fitting = (lines * 10000n) / (10000n - points) + 1n;
      while (arrives(fitting - 1n) >= lines) fitting -= 1n;
    }
    const show = (name, amount) => {
      const out = sums.querySelector('[data-sum=' + name + ']');
      out.parentNode.classList.toggle('off', amount === null);
      if (amount !== null) out.replaceChildren(money(amount, unit));
    };
    sums.querySelector('[data-sum=percent]').textContent = (Number(points) / 100) + '%';
    show('lines', lines);
    show('fee', part);
    show('net', net);
    show('short', net !== null && net < lines ? lines - net : null);
    show('over', net !== null && net > lines ? net - lines : null);
    show('fitting', fitting);
    show('uncovered', least !== null && arrives(least) < required ? required - arrives(least) : null);
    form.querySelectorAll('.affix > span').forEach(word => { word.textContent = unit; });
  }

  const plan = document.getElementById('plan');
  function percent(typedText) {
    const found = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(latin(typedText).replace('٪', '%'));
    const points = found ? Number(found[1]) * 100 + Number((found[2] || '').padEnd(2, '0')) : 0;
    return points > 10000 ? 0 : points;
  }
  function day(iso) {
    const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(latin(iso).replace(/\//g, '-'));
    const month = found && plan.dataset.months.split('|')[Number(found[2]) - 1];
    if (!month) return '';
    const no = Number(found[3]);
    return lang === 'ckb' ? no + 'ی\u00a0' + month + 'ی ' + found[1] : no + '\u00a0' + month + ' ' + found[1];
  }
  function draw() {
    const bar = plan.querySelector('svg');
    const list = plan.querySelector('ol');
    bar.querySelectorAll('rect + rect').forEach(each => each.remove());
    list.replaceChildren();
    let from = 0;
    let sum = 0;
    form.querySelectorAll('fieldset.entry').forEach((_, row) => {
      const share = percent(field('lines:' + row + ':share').value);
      sum += share;
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      const wide = Math.min(share, 10000 - from);
      for (const [name, value] of [['class', 'plan-' + ((row + 1) % 2)], ['x', from], ['width', wide], ['height', 100]]) rect.setAttribute(name, value);
      bar.append(rect);
      from += wide;
      const point = document.createElement('li');
      const b = document.createElement('b');
      const title = document.createElement('bdi');
      title.textContent = field('lines:' + row + ':title').value || plan.dataset.untitled;
      b.append(title);
      const more = document.createElement('span');
      more.className = 'small muted';
      const due = day(field('lines:' + row + ':dueOn').value);
      const part = document.createElement('bdi');
      part.dir = 'ltr';
      part.textContent = share / 100 + '%';
      if (due) more.append(due, ' · ');
      more.append(part);
      if (plan.dataset.net && share) more.append(' · ', money(halfEven(BigInt(plan.dataset.net) * BigInt(share), 10000n), plan.dataset.unit));
      point.append(b, more);
      list.append(point);
    });
    const out = plan.querySelector('.plan-sum');
    out.textContent = sum / 100 + '%';
    out.classList.toggle('is-whole', sum === 10000);
  }

  /* the original beside its translations, while it is typed */
  function mirror() {
    document.querySelectorAll('[data-of]').forEach(out => {
      const source = form.querySelector('.ask [name^="f:' + out.dataset.of + '-"]');
      if (source && out.textContent !== source.value) out.textContent = source.value;
    });
  }

  const live = () => { if (sums) reckon(); if (plan) draw(); mirror(); };
  form.addEventListener('input', live);
  form.addEventListener('change', live);

  /* ───────── one question at a time, for whoever likes ───────── */
  function oneByOne() {
    const groups = [...form.querySelectorAll('.field, fieldset.plain, .pair')].filter(each => !each.parentElement.closest('.pair, fieldset.plain'));
    if (groups.length < 3) return;
    const toggle = document.createElement('button');
    toggle.type = 'button';
    toggle.className = 'btn btn-bare one-toggle';
    toggle.textContent = say.one;
    const steps = document.createElement('p');
    steps.className = 'row one-steps';
    steps.hidden = true;
    const button = (label, by) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'btn';
      made.textContent = label;
      made.addEventListener('click', () => show(at + by, true));
      return made;
    };
    const count = document.createElement('span');
    count.className = 'small muted';
    const before = button(say.before, -1);
    const next = button(say.next, 1);
    next.classList.add('btn-main');
    steps.append(before, next, count);
    let at = -1;
    function show(index, focus) {
      at = index;
      const on = at >= 0;
      form.classList.toggle('one', on);
      groups.forEach((each, i) => each.classList.toggle('one-now', i === at));
      toggle.textContent = on ? say.all : say.one;
      toggle.setAttribute('aria-pressed', on);
      steps.hidden = !on;
      before.disabled = at <= 0;
      next.hidden = at === groups.length - 1;
      count.textContent = on ? at + 1 + ' / ' + groups.length : '';
      if (on && focus) {
        groups[at].append(steps);
        const first = groups[at].querySelector('input, select, textarea');
        if (first) first.focus();
      } else {
        form.before(steps);
      }
    }
    toggle.addEventListener('click', () => show(at < 0 ? 0 : -1, true));
    form.addEventListener('invalid', () => show(-1), true);
    form.before(toggle);
    form.before(steps);
  }

  begin();
  live();
  oneByOne();
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && form.contains(target)) target.focus();
})();
