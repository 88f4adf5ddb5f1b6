/* A member's sheet: keeps every tap on this device until the server says that it is saved.
   Browsers of 2020 run it; without it the page is a plain form. */
(function () {
  'use strict';
  var main = document.querySelector('main[data-key]');
  if (!main || !window.fetch || !window.AbortController || !window.URLSearchParams) return;
  var said = JSON.parse(main.getAttribute('data-said'));
  var PREFIX = 'cidesign.sheet.' + main.getAttribute('data-key') + '.';
  var of = main.getAttribute('data-of');
  var token = main.getAttribute('data-token');
  var isOpen = main.getAttribute('data-open') === '1';
  var rehearsal = main.getAttribute('data-rehearsal'), stage = main.getAttribute('data-stage'), moved = '';
  var box = document.getElementById('unsaved');
  var bar = document.getElementById('state');
  var clock = document.getElementById('clock'), endsAt = 0;
  var PATIENCE = 20000, LOOK = 20000, TYPING = 1200, LONGEST_WAIT = 15000;
  var busy = false, wait = 0, timer = 0, leaving = '', trouble = '', news = [], savedAt = {}, typing = {};
  // How often a field changed here; how often the server said what became of a piece; how often it was asked.
  var changes = 0, turns = 0, looks = 0, gone = false;

  // ---- what waits, each piece under a name of its own, so that two windows never write over each other
  var memory = {};
  var room = (function () {
    try {
      window.localStorage.setItem(PREFIX + 'try', '1');
      window.localStorage.removeItem(PREFIX + 'try');
      return window.localStorage;
    } catch (error) { return null; }
  })();
  function put(name, value) {
    var text = JSON.stringify(value);
    memory[name] = text;
    try { if (room) room.setItem(PREFIX + name, text); } catch (error) { room = null; }
  }
  function drop(name) {
    delete memory[name];
    try { if (room) room.removeItem(PREFIX + name); } catch (error) { room = null; }
  }
  function get(name) {
    var text = null;
    try { text = room ? room.getItem(PREFIX + name) : null; } catch (error) { room = null; }
    if (text === null && !room) text = memory[name] || null;
    return text === null ? null : JSON.parse(text);
  }
  function names(kind) {
    var found = [], at;
    if (room) {
      for (at = 0; at < room.length; at += 1) {
        var key = room.key(at);
        if (key.indexOf(PREFIX + kind) === 0) found.push(key.slice(PREFIX.length));
      }
    } else {
      found = Object.keys(memory).filter(function (name) { return name.indexOf(kind) === 0; });
    }
    return found.sort();
  }
  function once() {
    var drawn = new Uint8Array(16);
    window.crypto.getRandomValues(drawn);
    return Array.from(drawn, function (one) { return ('0' + one.toString(16)).slice(-2); }).join('');
  }
  // Names sort by time: what was chosen first is sent first.
  function waiting() {
    return names('q.').map(function (name) { return {name: name, entry: get(name)}; })
      .filter(function (one) { return one.entry; });
  }
  function enqueue(slot, label, body) {
    waiting().forEach(function (one) {
      // One that was sent may have arrived: it is asked about again, never taken back.
      if (one.entry.slot === slot && (!one.entry.sent || one.entry.refused)) drop(one.name);
    });
    var nonce = once();
    var last = waiting().pop();
    var after = last ? Number(last.name.slice(2, 16)) + 1 : 0;
    var place = String(Math.max(Date.now(), after));
    while (place.length < 14) place = '0' + place;
    body.nonce = nonce;
    put('q.' + place + '.' + nonce, {slot: slot, label: label, body: body, sent: false, refused: null});
    wait = 0;
    show();
    pump();
  }

  // ---- the fields of this page
  function fields(name) { return Array.from(document.getElementsByName(name)); }
  function valueOf(name) {
    var found = fields(name), at;
    if (!found.length) return null;
    if (found[0].type !== 'radio') return found[0].value;
    for (at = 0; at < found.length; at += 1) if (found[at].checked) return found[at].value;
    return '';
  }
  function setValue(name, value) {
    fields(name).forEach(function (one) {
      if (one.type === 'radio') one.checked = one.value === value;
      else one.value = value;
      var fold = one.parentNode && one.parentNode.tagName === 'DETAILS' ? one.parentNode : null;
      if (fold && value) fold.open = true;
    });
  }
  // A text as it is kept: leaving its field says nothing new.
  function stands(name, value) {
    fields(name).forEach(function (one) { if (one.tagName === 'TEXTAREA') one.defaultValue = value; });
  }
  function slotOf(name) {
    if (name === 'strength' || name === 'concern') return 'words';
    var dot = name.indexOf('.');
    return dot < 0 ? '' : name.slice(dot + 1);
  }
  function isScore(form) { return form && form.elements['do'] && form.elements['do'].value === 'scores'; }
  function holder(slot) {
    return Array.from(document.querySelectorAll('[data-state]')).filter(function (one) {
      return one.getAttribute('data-state') === slot;
    })[0] || null;
  }
  function tell(slot, text, look) {
    var place = holder(slot);
    if (place) { place.textContent = text; place.className = 'state' + (look ? ' ' + look : ''); }
  }
  function fault(name, text) {
    Array.from(document.querySelectorAll('[data-fault]')).forEach(function (one) {
      if (one.getAttribute('data-fault') !== name) return;
      one.textContent = text;
      one.hidden = !text;
      var fold = one.parentNode;
      if (text && fold && fold.tagName === 'DETAILS') fold.open = true;
    });
  }
  function stampOf(slot) { return valueOf('was.' + slot); }

  // ---- choosing and typing
  function send(slot) {
    clearTimeout(typing[slot]);
    delete typing[slot];
    var body = {'do': 'scores', of: of};
    if (slot === 'words') {
      body.strength = valueOf('strength');
      body.concern = valueOf('concern');
      if (!body.strength.trim() || !body.concern.trim()) {
        if (body.strength.trim() || body.concern.trim()) tell(slot, said.waiting + '. ' + said.both, 'waits');
        show();
        return;
      }
    } else {
      body['level.' + slot] = valueOf('level.' + slot);
      body['why.' + slot] = valueOf('why.' + slot) || '';
    }
    body['was.' + slot] = stampOf(slot);
    if (goes(slot, body)) { show(); pump(); return; }
    enqueue(of + '/' + slot, labelOf(slot), body);
  }
  // Whether what was sent last of this piece, and is not answered yet, says the same.
  function goes(slot, body) {
    var last = waiting().filter(function (one) { return one.entry.slot === of + '/' + slot && !one.entry.refused; }).pop();
    return Boolean(last) && Object.keys(body).every(function (name) {
      return name.indexOf('was.') === 0 || last.entry.body[name] === body[name];
    });
  }
  function labelOf(slot) {
    var one = holder(slot);
    while (one && !(one.getAttribute && one.getAttribute('data-name'))) one = one.parentNode;
    return one && one.getAttribute ? one.getAttribute('data-name') : slot;
  }
  function draft(name) { put('d.' + of + '/' + name, {text: valueOf(name), label: labelOf(slotOf(name))}); }
  function draftOf(name) { var kept = get('d.' + of + '/' + name); return kept ? kept.text : null; }
  document.addEventListener('change', function (event) {
    var one = event.target, slot = one.name ? slotOf(one.name) : '';
    if (!isScore(one.form) || !slot) return;
    if (one.tagName === 'TEXTAREA' && one.value === one.defaultValue && draftOf(one.name) === null) return; // as it is kept
    changes += 1;
    stay();
    fault(one.name, '');
    if (one.tagName === 'TEXTAREA') draft(one.name);
    send(slot);
  });
  // Who goes on filling in is not led away once a signal is back.
  function stay() { if (leaving !== '*') leaving = ''; }
  // A level that stands here already may not be what is kept: a tap on it says what she wants.
  document.addEventListener('click', function (event) {
    var one = event.target, before = changes;
    if (one.type !== 'radio' || !isScore(one.form) || !slotOf(one.name)) return;
    setTimeout(function () {
      if (changes === before) { stay(); send(slotOf(one.name)); }
    }, 0);
  });
  document.addEventListener('input', function (event) {
    var one = event.target, slot = one.name ? slotOf(one.name) : '';
    if (!isScore(one.form) || !slot || one.type === 'radio') return;
    stay();
    draft(one.name);
    tell(slot, said.waiting, 'waits');
    clearTimeout(typing[slot]);
    typing[slot] = setTimeout(function () { send(slot); }, TYPING);
    showBar();
  });
  document.addEventListener('submit', function (event) {
    var form = event.target, body = {};
    if (!form.elements['do']) return;
    event.preventDefault();
    if (gone) return; // the next page is on its way
    if (isScore(form)) {
      Object.keys(typing).forEach(function (slot) { if (typing[slot]) send(slot); });
      leaving = form.getAttribute('data-go') || '/sheet';
      var half = fields('strength').length && (!valueOf('strength').trim() !== !valueOf('concern').trim());
      if (half) {
        fault(valueOf('strength').trim() ? 'concern' : 'strength', said.both);
        leaving = '';
      }
      pump();
      return;
    }
    Array.from(form.elements).forEach(function (one) {
      if (one.name && one.name !== 'token' && one.name !== 'nonce') body[one.name] = one.value;
    });
    leaving = '*';
    var slot = 'form/' + body['do'] + '/' + (body.of || '');
    if (!waits(slot, body)) enqueue(slot, form.getAttribute('data-name'), body);
  });
  // A second press of the same asks for nothing more.
  function waits(slot, body) {
    return waiting().some(function (one) {
      var same = Object.assign({}, one.entry.body);
      delete same.nonce;
      return one.entry.slot === slot && !one.entry.refused && JSON.stringify(same) === JSON.stringify(body);
    });
  }

  // ---- sending, one after the other, until the server has said what became of it
  function again(seconds) {
    clearTimeout(timer);
    timer = setTimeout(pump, seconds);
  }
  function ask(method, body) {
    var control = new window.AbortController();
    var late = setTimeout(function () { control.abort(); }, PATIENCE);
    var told = {method: method, headers: {Accept: 'application/json'}, credentials: 'same-origin', cache: 'no-store',
      signal: control.signal};
    if (body) {
      told.body = new URLSearchParams(body).toString();
      told.headers['Content-Type'] = 'application/x-www-form-urlencoded';
    }
    return fetch('/sheet' + (body ? '' : '?of=' + encodeURIComponent(of)), told).then(function (answer) {
      if ([200, 401, 403, 413, 415, 422, 503].indexOf(answer.status) < 0) throw new Error('later');
      return answer.text().then(function (text) {
        clearTimeout(late);
        var parsed = {};
        try { parsed = JSON.parse(text); } catch (error) { if (answer.status === 200) throw error; }
        if (answer.status === 503) { var later = new Error('later'); later.said = parsed.trouble; throw later; }
        return {status: answer.status, told: parsed, text: text};
      });
    }).catch(function (error) { clearTimeout(late); throw error; });
  }
  function pump() {
    clearTimeout(timer);
    if (busy) return;
    var next = waiting().filter(function (one) { return !one.entry.refused; })[0];
    if (!next) { show(); leave(); return; }
    busy = true;
    next.entry.sent = true;
    put(next.name, next.entry);
    var body = Object.assign({}, next.entry.body, {token: token});
    ask('POST', body).then(function (answer) {
      busy = false;
      if (answer.status === 401) { trouble = said.signed_out; show(); again(LONGEST_WAIT); return; }
      if (answer.status === 403) { fresh(); return; }
      trouble = ''; wait = 0;
      settle(next, answer);
      pump();
    }).catch(function (error) {
      busy = false;
      trouble = error.said || said.no_signal;
      wait = Math.min(LONGEST_WAIT, wait ? wait * 2 : 1000);
      show();
      again(wait);
    });
  }
  // She signed in anew: forms then bear another word, which the page asks for.
  function fresh() {
    ask('GET').then(function (answer) {
      var known = token;
      if (answer.status === 200 && answer.told.token) token = answer.told.token;
      if (token !== known) { pump(); return; }
      trouble = said.signed_out; show(); again(LONGEST_WAIT);
    }).catch(function (error) { trouble = error.said || said.no_signal; show(); again(LONGEST_WAIT); });
  }
  function settle(one, answer) {
    var told = answer.told, entry = one.entry, refused = told.refused || {};
    turns += 1;
    var slot = entry.slot.indexOf(of + '/') === 0 ? entry.slot.slice(of.length + 1) : '';
    if (answer.status !== 200) {
      var lines = Object.keys(refused).map(function (name) { return refused[name]; });
      entry.refused = {fields: refused, said: lines.length ? lines.join(' ') : answer.text};
      put(one.name, entry);
      if (entry.slot.indexOf('form/') === 0 || slot) leaving = '';
    } else {
      drop(one.name);
      put('settled', Date.now());
      (told.told || []).forEach(function (line) { news.push(line); });
      if (slot) {
        savedAt[slot] = new Date().toTimeString().slice(0, 5);
        forget(entry.body);
        rebase(entry, slot, told);
      }
      if (entry.slot.indexOf('form/') === 0 && (leaving === '*' || !of)) leaving = told.go || '/sheet';
    }
    learn(told, slot);
  }
  // What was chosen next here was chosen on top of this one, not of another window's.
  function rebase(entry, slot, told) {
    var now = slot === 'words' ? told.words : (told.cells || {})[slot];
    if (!now) return;
    var own = slot === 'words'
      ? now.strength === entry.body.strength && now.concern === entry.body.concern
      : now.level === entry.body['level.' + slot] && now.why === entry.body['why.' + slot];
    if (!own) return;
    waiting().forEach(function (one) {
      if (one.entry.slot !== entry.slot || one.entry.sent) return;
      one.entry.body['was.' + slot] = now.stamp;
      put(one.name, one.entry);
    });
  }
  // A text that is saved as it stands needs no keeping here.
  function forget(body) {
    Object.keys(body).forEach(function (name) {
      if (draftOf(name) === body[name]) drop('d.' + of + '/' + name);
      stands(name, body[name]);
    });
  }
  // What the server has now; a field that nothing waits for shows it, and says when another window changed it.
  function learn(told, mine) {
    if (told.left !== undefined) runs(told.left);
    if (told.of === undefined || told.of !== of) return;
    if (told.token) token = told.token;
    var progress = document.getElementById('progress');
    if (progress && told.progress) progress.textContent = told.progress;
    if (told.open !== isOpen) moved = told.open ? 'opened' : 'closed';
    else if (told.rehearsal !== rehearsal) moved = 'rehearsal_' + told.rehearsal;
    else if (told.stage !== stage) moved = 'moved_on';
    isOpen = told.open; rehearsal = told.rehearsal; stage = told.stage;
    var pending = {};
    waiting().forEach(function (one) { pending[one.entry.slot] = true; });
    Object.keys(told.cells || {}).forEach(function (id) {
      var now = told.cells[id], known = stampOf(id);
      if (known === null || known === now.stamp || pending[of + '/' + id]) return;
      var changed = valueOf('level.' + id) !== now.level;
      setValue('was.' + id, now.stamp);
      setValue('level.' + id, now.level);
      stands('why.' + id, now.why);
      if (draftOf('why.' + id) === null) setValue('why.' + id, now.why);
      if (changed || mine !== id) { delete savedAt[id]; tell(id, said.elsewhere + '. ' + now.said, 'waits'); }
    });
    var both = told.words, stamp = stampOf('words');
    if (both && stamp !== null && stamp !== both.stamp && !pending[of + '/words']) {
      setValue('was.words', both.stamp);
      ['strength', 'concern'].forEach(function (name) {
        stands(name, both[name]);
        if (draftOf(name) === null) setValue(name, both[name]);
      });
      if (mine !== 'words') { delete savedAt.words; tell('words', said.elsewhere, 'waits'); }
    }
  }
  function leave() {
    if (!leaving || leaving === '*') return;
    var here = waiting().filter(function (one) { return one.entry.slot.indexOf(of + '/') === 0; });
    if (here.length) return;
    var to = leaving;
    leaving = ''; gone = true;
    if (to.split('#')[0] !== window.location.pathname + window.location.search) { window.location.assign(to); return; }
    window.scrollTo(0, 0); // a page that is loaded again stays scrolled as it was
    window.location.reload();
  }

  // ---- what is so, truly
  function show() {
    var all = waiting();
    all.forEach(function (one) {
      var slot = one.entry.slot.indexOf(of + '/') === 0 ? one.entry.slot.slice(of.length + 1) : '';
      var refused = one.entry.refused;
      if (refused) Object.keys(refused.fields).forEach(function (name) { fault(name, refused.fields[name]); });
      if (slot) tell(slot, refused ? said.refused : said.waiting, 'waits');
    });
    Object.keys(savedAt).forEach(function (slot) {
      var open = all.some(function (one) { return one.entry.slot === of + '/' + slot; });
      if (!open) {
        tell(slot, said.saved_at.replace('{time}', savedAt[slot]), 'kept');
        fault('level.' + slot, ''); fault('why.' + slot, '');
        if (slot === 'words') { fault('strength', ''); fault('concern', ''); }
      }
    });
    showBox(all);
    showBar(all);
  }
  function showBar(known) {
    if (!bar) return;
    var all = known || waiting();
    var open = {};
    all.forEach(function (one) { open[one.entry.slot] = true; });
    names('d.' + of + '/').forEach(function (name) { open[of + '/' + slotOf(name.slice(name.indexOf('/') + 1))] = true; });
    var count = Object.keys(open).length;
    var any = main.getAttribute('data-saved') || Object.keys(savedAt).length;
    bar.textContent = count ? (count === 1 ? said.waiting : said.waiting_n.replace('{n}', count)) : any ? said.saved : '';
    bar.className = count ? 'waits' : 'kept';
  }
  function line(text) { var made = document.createElement('p'); made.textContent = text; return made; }
  function button(text, act) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  }
  function showBox(all) {
    var refused = all.filter(function (one) { return one.entry.refused; });
    var all_kept = !all.length && !names('d.').length;
    var now = !moved ? [] : [moved === 'closed' && all_kept ? said.closed_kept : said[moved]];
    var lines = (trouble ? [trouble] : []).concat(news, now, room ? [] : [said.no_room]);
    box.textContent = '';
    lines.forEach(function (text) { box.appendChild(line(text)); });
    if (moved) {
      box.appendChild(button(said.load, function () { window.location.reload(); }));
    }
    if (!of && !trouble) {
      var left = all.filter(function (one) { return !one.entry.refused; });
      left = left.map(function (one) { return one.entry.label; })
        .concat(names('d.').map(function (name) { return get(name).label; }));
      left.filter(function (label, at) { return left.indexOf(label) === at; })
        .forEach(function (label) { box.appendChild(line(said.waiting + ': ' + label)); });
    }
    refused.forEach(function (one) {
      box.appendChild(line(said.refused + ': ' + one.entry.label + '. ' + chosen(one.entry.body) + one.entry.refused.said));
      box.appendChild(button(said.again, function () {
        drop(one.name);
        enqueue(one.entry.slot, one.entry.label, one.entry.body);
      }));
      box.appendChild(document.createTextNode(' '));
      box.appendChild(button(said.forget, function () { drop(one.name); forget(one.entry.body); window.location.reload(); }));
    });
    box.hidden = !box.childNodes.length;
  }
  // What she had chosen or written, so that it can be read where its field is gone.
  function chosen(body) {
    var told = Object.keys(body).filter(function (name) {
      return /^(level|why|few)\.|^(strength|concern|few)$/.test(name) && body[name];
    }).map(function (name) { return '“' + body[name] + '”'; });
    return told.length ? told.join(', ') + '. ' : '';
  }

  // ---- the time that is left, where a timer runs
  function runs(left) { endsAt = left === null ? 0 : Date.now() + left * 1000; tick(); }
  function tick() {
    if (!clock) return;
    var left = Math.max(0, Math.round((endsAt - Date.now()) / 1000)), rest = left % 60;
    clock.hidden = !endsAt;
    var text = left ? said.left.replace('{time}', (left - rest) / 60 + (rest < 10 ? ':0' : ':') + rest) : said.up;
    if (endsAt && clock.textContent !== text) clock.textContent = text;
  }

  // ---- coming back: what waits stands in the fields again, and is sent
  function lay() {
    waiting().forEach(function (one) {
      var body = one.entry.body;
      var here = body['do'] === 'scores' ? body.of === of && of : !of || body.of === of;
      if (!here || !document.querySelector('form input[name="do"][value="' + body['do'] + '"]')) return;
      Object.keys(body).forEach(function (name) {
        if (['do', 'of', 'nonce', 'token'].indexOf(name) < 0 && name.indexOf('was.') !== 0) setValue(name, body[name]);
      });
    });
    names('d.' + of + '/').forEach(function (name) {
      var field = name.slice(('d.' + of + '/').length), kept = draftOf(field);
      if (!fields(field).length) return;
      if (valueOf(field) === kept) { drop(name); return; }
      setValue(field, kept);
      var slot = slotOf(field);
      tell(slot, said.waiting, 'waits');
      if (!waiting().some(function (one) { return one.entry.slot === of + '/' + slot; })) {
        typing[slot] = setTimeout(function () { send(slot); }, TYPING);
      }
    });
  }
  function look() {
    if (document.hidden) return;
    pump();
    if (busy) return;
    var asked = turns, mine = looks += 1; // where it has said more meanwhile, or was asked again, that is newer
    ask('GET').then(function (answer) {
      if (mine !== looks) return;
      if (answer.status === 401) trouble = said.signed_out;
      else if (answer.status === 200 && asked === turns) { if (!waiting().length) trouble = ''; learn(answer.told, ''); }
      show();
    }).catch(function (error) { if (mine === looks) { trouble = error.said || said.no_signal; show(); } });
  }
  window.addEventListener('online', function () { wait = 0; look(); });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { leaving = ''; gone = false; look(); } });
  document.addEventListener('visibilitychange', look);
  window.addEventListener('storage', function (event) {
    if (event.key && event.key.indexOf(PREFIX) === 0) { showBox(waiting()); if (!event.newValue) setTimeout(look, 300); }
  });
  setInterval(look, LOOK);
  setInterval(tick, 1000);
  var press = document.getElementById('press');
  if (press) press.hidden = true;
  if (clock && clock.hasAttribute('data-left')) runs(Number(clock.getAttribute('data-left')));
  // What the page says of the form that was sent is said once, not at each reload.
  if (/[?&]done=/.test(window.location.search) && window.history.replaceState) {
    var rest = window.location.search.replace(/[?&]done=\d*/, '').replace(/^&/, '?');
    window.history.replaceState(null, '', window.location.pathname + rest + window.location.hash);
  }
  lay();
  show();
  pump();
  // Saved while this page was on its way: it was drawn before.
  if (get('settled') > window.performance.timing.navigationStart) look();
}());
