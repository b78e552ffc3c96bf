/* Search in the index that search-index.js assigns; the terms are cut here as the renderer cuts them. */
(function () {
  "use strict";
  var index = window.sopcurricSearch;
  var form = document.getElementById("search");
  var query = document.getElementById("query");
  var outcome = document.getElementById("outcome");
  var hits = document.getElementById("hits");
  if (!index || !form) { return; }
  var terms = new Map(Object.entries(index.terms));
  var names = Array.from(terms.keys());
  var han = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  var token = new RegExp("[" + han + "]+|(?:(?![" + han + "])[\\p{L}\\p{N}])+", "gu");
  var chinese = new RegExp("^[" + han + "]", "u");
  var limit = 60;

  function clean(text) { return text.normalize("NFKC").toLowerCase(); }

  function pieces(text) {
    return (clean(text).match(token) || []).flatMap(function (run) {
      var letters = Array.from(run);
      if (!chinese.test(run) || letters.length < 3) { return [run]; }
      return letters.slice(1).map(function (letter, at) { return letters[at] + letter; });
    });
  }

  function pagesWith(piece) {
    var single = Array.from(piece).length === 1;
    var known = chinese.test(piece)
      ? (single ? names.filter(function (name) { return name.includes(piece); }) : [piece])
      : names.filter(function (name) { return name.startsWith(piece); });
    var pages = new Set();
    known.forEach(function (name) {
      (terms.get(name) || []).reduce(function (sum, step) { pages.add(sum + step); return sum + step; }, 0);
    });
    return pages;
  }

  function find(text) {
    var wanted = pieces(text);
    if (!wanted.length) { return []; }
    var sets = wanted.map(pagesWith);
    function titleScore(number) {
      var title = clean(index.pages[number][1] + " " + index.pages[number][2]);
      return wanted.filter(function (piece) { return title.includes(piece); }).length;
    }
    return Array.from(sets[0])
      .filter(function (number) { return sets.every(function (set) { return set.has(number); }); })
      .sort(function (one, other) { return titleScore(other) - titleScore(one) || one - other; });
  }

  function entry(number) {
    var page = index.pages[number];
    var item = document.createElement("li");
    var link = document.createElement("a");
    var place = document.createElement("small");
    link.href = page[0];
    link.textContent = page[1] + " " + page[2];
    place.textContent = index.places[page[3]];
    item.append(link, " ", place);
    return item;
  }

  function show() {
    var found = find(query.value);
    var words = found.length ? outcome.dataset.found.replace("#", String(found.length)) : outcome.dataset.none;
    outcome.textContent = query.value.trim() ? words : "";
    hits.replaceChildren.apply(hits, found.slice(0, limit).map(entry));
  }

  function fromAddress() {
    var asked = /^#q=(.*)$/.exec(location.hash);
    if (!asked) { return; }
    try { query.value = decodeURIComponent(asked[1]); } catch (error) { query.value = asked[1]; }
    show();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    location.replace("#q=" + encodeURIComponent(query.value));
  });
  query.addEventListener("input", show);
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
}());
