// A chart on paper is as wide as its place: the figure was drawn for the screen, and paper has no
// resize that it could follow. Just before printing its drawing is told its own size, so that
// style.css can scale it; a table that goes on below its frame says so.
(() => {
  if (window.paperIsKnown) return;
  window.paperIsKnown = true;

  const scaled = () => {
    for (const place of document.querySelectorAll(".js-plotly-plot .svg-container")) {
      const width = place.offsetWidth;
      const height = place.offsetHeight;
      if (!width || !height) continue;
      place.toggleAttribute("data-drawn", true);
      place.style.setProperty("--drawn-width", `${width}px`);
      place.style.setProperty("--drawn-ratio", `${width} / ${height}`);
      for (const drawing of place.querySelectorAll(".main-svg"))
        drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
    for (const table of document.querySelectorAll('[data-testid="stDataFrame"]')) {
      const rows = table.querySelector(".dvn-scroller");
      table.toggleAttribute("data-goes-on", !!rows && rows.scrollHeight > rows.clientHeight + 1);
    }
  };

  const unscaled = () => {
    for (const place of document.querySelectorAll(".svg-container[data-drawn]")) {
      place.removeAttribute("data-drawn");
      for (const drawing of place.querySelectorAll(".main-svg")) drawing.removeAttribute("viewBox");
    }
  };

  window.addEventListener("beforeprint", scaled);
  window.addEventListener("afterprint", unscaled);
})();
