// A chart of many rows on paper: cut between rows into strips that a sheet's end can come between, so
// that its words keep their size. print.js measures the charts first, and takes the strips away again.
(() => {
  if (window.stripChart) return;

  // A chart that would be made smaller than this part of its size goes to paper row by row.
  const LEAST_PART = 0.75;
  const [SHEET_WIDTH, ROOM] = [1032, 423]; // pixels of a sheet's width; its height below a head
  const LEAST_STRIP = 90;

  // Where one row ends and the next begins: below a bar, above words that have a bar of their own.
  const betweenRows = (box, part) => {
    const top = box.getBoundingClientRect().top;
    const marks = [...box.querySelectorAll(".bars .point path, .main-svg text")]
      .map((one) => [one.getBoundingClientRect(), one.matches("path")])
      .filter(([place]) => place.height)
      .map(([place, bar]) => ({ from: (place.top - top) / part, to: (place.bottom - top) / part, bar }))
      .sort((one, other) => one.from - other.from);
    const blocks = [];
    for (const { from, to, bar } of marks) {
      const last = blocks.at(-1);
      if (!last || from > last.to - 2) blocks.push({ from, to, bar, words: !bar });
      else Object.assign(last, { to: Math.max(to, last.to), bar: bar || last.bar, words: !bar || last.words });
    }
    return blocks.slice(1).flatMap((next, at) => {
      const goesOn = blocks.slice(at + 1).some((one) => one.bar);
      return blocks[at].bar && next.words && goesOn ? [(blocks[at].to + next.from) / 2] : [];
    });
  };

  // Strips of whole rows, which a sheet's end can come between. They stand before the drawing: what
  // they refer to by its name is then found in them, and not in the drawing, which is not shown.
  window.stripChart = (box) => {
    const drawings = [...box.querySelectorAll(":scope > .main-svg")];
    const wide = parseFloat(box.style.getPropertyValue("--rong"));
    const high = parseFloat(box.style.getPropertyValue("--cao"));
    const shown = box.getBoundingClientRect().width;
    if (!shown || high * Math.min(1, SHEET_WIDTH / wide) * LEAST_PART <= ROOM) return;
    const cuts = [0];
    for (const cut of betweenRows(box, shown / wide))
      if (cut - cuts.at(-1) >= LEAST_STRIP && high - cut >= LEAST_STRIP) cuts.push(cut);
    if (cuts.length < 2) return;
    const strips = document.createElement("div");
    strips.className = "svg-container doan-bieu-do chi-tren-giay";
    strips.style.width = `${wide}px`;
    cuts.forEach((from, at) => {
      const part = (cuts[at + 1] ?? high) - from;
      const strip = document.createElement("div");
      strip.style.aspectRatio = `${wide} / ${part}`;
      strip.append(...drawings.map((one) => one.cloneNode(true)));
      for (const one of strip.children) one.setAttribute("viewBox", `0 ${from} ${wide} ${part}`);
      strips.append(strip);
    });
    box.closest('[data-testid="stPlotlyChart"]').prepend(strips);
  };
})();
