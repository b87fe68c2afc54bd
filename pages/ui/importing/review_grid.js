// Draws a table from texts: every text is set as text, never as markup.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector(".bang");
  const note = parentElement.querySelector(".loi-nhac");
  const marks = { error: "✖", warning: "▲", note: "ℹ" };

  const say = (cell) => {
    if (!cell || !cell.dataset.hint) {
      note.hidden = true;
      return;
    }
    note.textContent = cell.dataset.hint;
    note.hidden = false;
    const at = cell.getBoundingClientRect();
    const width = note.offsetWidth;
    const height = note.offsetHeight;
    const below = at.bottom + 4 + height < window.innerHeight;
    note.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - width - 8))}px`;
    note.style.top = `${below ? at.bottom + 4 : Math.max(4, at.top - height - 4)}px`;
  };

  const filled = (cell, one, address) => {
    const sign = one.fixed ? "✎" : marks[one.state];
    if (sign) {
      const mark = document.createElement("span");
      mark.className = "dau";
      mark.textContent = sign;
      cell.append(mark, "\u00a0");
    }
    const text = one.text ?? "";
    cell.append(text);
    if (text.length > 24) cell.classList.add("long");
    if (one.state) cell.classList.add(one.state);
    if (one.fixed) cell.classList.add("fixed");
    if (one.hint) {
      cell.dataset.hint = one.hint;
      cell.tabIndex = 0;
      cell.setAttribute("aria-description", one.hint);
    }
    if (address) {
      cell.dataset.address = address;
      if (address === data.chosen) cell.classList.add("chosen");
    }
    return cell;
  };

  const covered = new Set();
  const spanOf = new Map();
  for (const [row, column, rows, columns] of data.spans) {
    spanOf.set(`${row},${column}`, [rows, columns]);
    for (let down = 0; down < rows; down++)
      for (let right = 0; right < columns; right++)
        if (down || right) covered.add(`${row + down},${column + right}`);
  }

  const line = (row, at, name) => {
    const drawn = document.createElement("tr");
    if (row.context) drawn.className = "context";
    const number = document.createElement("th");
    number.scope = "row";
    drawn.append(filled(number, { ...row, text: String(row.number) }, ""));
    row.cells.forEach((one, column) => {
      if (name === "th" && covered.has(`${at},${column}`)) return;
      const cell = document.createElement(name);
      const [rows, columns] = (name === "th" && spanOf.get(`${at},${column}`)) || [1, 1];
      cell.rowSpan = rows;
      cell.colSpan = columns;
      drawn.append(filled(cell, one, `${data.letters[column]}${row.number}`));
    });
    return drawn;
  };

  const table = document.createElement("table");
  table.setAttribute("aria-label", data.label);
  const head = table.createTHead();
  const letters = document.createElement("tr");
  letters.className = "chu-cot";
  for (const letter of ["", ...data.letters]) {
    const cell = document.createElement("th");
    cell.textContent = letter;
    letters.append(cell);
  }
  head.append(letters, ...data.header.map((row, at) => line(row, at, "th")));
  const body = table.createTBody();
  body.append(...data.rows.map((row, at) => line(row, at, "td")));

  const before = [box.scrollLeft, box.scrollTop];
  note.hidden = true;
  box.replaceChildren(table);
  [box.scrollLeft, box.scrollTop] = before;

  // A cell that was chosen elsewhere comes into sight, without moving the page itself.
  const chosen = box.querySelector(".chosen");
  if (chosen && box.dataset.chosen !== data.chosen) {
    const [outer, inner] = [box.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (inner.top < outer.top + 40 || inner.bottom > outer.bottom)
      box.scrollTop += inner.top - outer.top - box.clientHeight / 2;
    if (inner.left < outer.left + 60 || inner.right > outer.right)
      box.scrollLeft += inner.left - outer.left - box.clientWidth / 2;
  }
  box.dataset.chosen = data.chosen;

  const cellOf = (event) => event.target.closest("td, th");
  const answers = {
    mouseover: (event) => say(cellOf(event)),
    mouseleave: () => say(null),
    focusin: (event) => say(cellOf(event)),
    focusout: () => say(null),
    scroll: () => say(null),
    keydown: (event) => {
      if (event.key === "Escape") say(null);
      if (event.key === "Enter") event.target.click();
    },
    click: (event) => {
      const address = cellOf(event)?.dataset.address;
      if (address) setTriggerValue("cell", address);
    },
  };
  // Drawn anew with every run: what listened before is let go.
  box.listening?.abort();
  box.listening = new AbortController();
  for (const [name, answer] of Object.entries(answers))
    box.addEventListener(name, answer, { signal: box.listening.signal });
  return () => box.listening.abort();
}
