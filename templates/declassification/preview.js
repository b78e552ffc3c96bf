"use strict";
(() => {
  const filters = document.getElementById("filters");
  const rows = [...document.querySelectorAll("#preview [data-state]")];
  const fits = (row, show, sort) =>
    (show === "all" || (show === "changed" ? row.dataset.state !== "unchanged" : row.dataset.state === show))
    && (!sort || row.dataset.sort === sort);
  const apply = () => {
    const show = filters.elements.show.value;
    const sort = filters.elements.sort.value;
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, show, sort);
      if (!row.hidden) shown += 1;
    }
    for (const section of document.querySelectorAll(".document")) {
      section.hidden = ![...section.querySelectorAll("[data-state]")].some((row) => !row.hidden);
    }
    document.getElementById("count").textContent = `${shown}/${rows.length}`;
  };
  filters.hidden = false;
  filters.addEventListener("input", apply);
  apply();
})();
