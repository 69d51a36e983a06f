/* What pages with PrimeFaces need beside it: its words in the page's language, and what a page that renews parts of itself says. */
(() => {
  'use strict';

  const PrimeFaces = window.PrimeFaces;
  const given = document.getElementById('widgets');
  if (!PrimeFaces || !given) return;
  const words = given.dataset;

  PrimeFaces.locales[document.documentElement.lang] = {
    aria: {
      navigation: words.pages, pageLabel: words.page, firstPageLabel: words.first, prevPageLabel: words.previous, nextPageLabel: words.next,
      lastPageLabel: words.last, rowsPerPageLabel: words.rows, 'datatable.sort.ASC': words.ascending, 'datatable.sort.DESC': words.descending
    }
  };

  /* the page's policy lets a script set what markup may not say */
  for (const el of document.querySelectorAll('[data-style]')) el.style.cssText = el.dataset.style;

  const $ = window.jQuery;
  const one = name => document.querySelector('[data-' + name + ']');

  /* a control within a control: the radio button itself is enough */
  function mend() {
    for (const part of document.querySelectorAll('.ui-selectonebutton > [role=radio]')) {
      for (const each of [part, part.firstElementChild]) each.removeAttribute('tabindex');
      part.removeAttribute('role');
    }
  }
  $(mend);

  $(document).on('pfAjaxComplete', (event, request, settings, given) => {
    mend();
    const told = one('told');
    if (told && given && given.told && told.textContent !== given.told) told.textContent = given.told;
    if (given && given.here) {
      history.replaceState(null, '', given.here);
      for (const form of document.querySelectorAll('main form')) form.action = given.here;
      /* read on in another language, in the same order */
      for (const link of document.querySelectorAll('.langs a')) link.search = location.search;
    }
    /* signed out, or no longer allowed: asking again would not help */
    if (request.status >= 400 && request.status < 500) {
      Object.values(PrimeFaces.widgets).filter(each => each.stop).forEach(each => each.stop());
      const still = one('still');
      if (still) still.textContent = still.dataset.still;
    }
  });
})();
