(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (form) {
    const [status, outlet] = form.querySelectorAll("select");
    const words = form.querySelector("input");
    const told = form.querySelector("output");
    const rows = Array.from(document.querySelectorAll("#figures tbody tr"), (row) => ({
      row,
      text: row.textContent.toLowerCase(),
      paper: " " + parseInt(row.id.slice(1), 10) + " ",
    }));
    const groups = Array.from(document.querySelectorAll("#figures .group"));
    const filter = () => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      for (const { row, text, paper } of rows) {
        const fits =
          (!status.value || row.classList.contains(status.value)) &&
          (!outlet.value || outlet.value.includes(paper)) &&
          wanted.every((word) => text.includes(word));
        row.hidden = !fits;
        left += fits;
      }
      for (const group of groups) group.hidden = !group.querySelector("tbody tr:not([hidden])");
      told.value = left === rows.length ? "" : left + " of " + rows.length;
    };
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }
  // Browsers that do not open a closed document for a link into it are helped; a line that the filter hides comes back.
  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const hidden = target.closest("[hidden]");
    if (hidden && form) {
      form.reset();
      form.dispatchEvent(new Event("input"));
    }
    const closed = target.closest("details:not([open])");
    if (closed) closed.open = true;
    if (hidden || closed) target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
})();
