/* A table of a meeting: as many rows as fit, the others on its next pages. Texts are set as text. */

const tables = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const known = tables.get(parentElement) || begun(parentElement);
  known.pick = (row) => setTriggerValue("row", row);
  const told = JSON.stringify(data);
  if (told !== known.told) {
    Object.assign(known, { told, data, page: 0 });
    draw(known);
  }
  known.lay();
  return () => {
    known.watching.disconnect();
    document.removeEventListener("keydown", known.press, true);
    tables.delete(parentElement);
  };
}

function begun(parentElement) {
  const find = (name) => parentElement.querySelector(name);
  const known = {
    frame: find(".khung"),
    head: find("thead tr"),
    body: find("tbody"),
    table: find("table"),
    pager: find(".trang"),
    said: find(".trang span"),
    buttons: parentElement.querySelectorAll(".trang button"),
    pages: [[0, 0]],
    page: 0,
  };
  known.lay = () => lay(known);
  known.press = (event) => press(known, event);
  known.buttons.forEach((button, at) => (button.onclick = () => turn(known, at ? 1 : -1)));
  known.watching = new ResizeObserver(known.lay);
  known.watching.observe(known.frame);
  document.addEventListener("keydown", known.press, true);
  tables.set(parentElement, known);
  return known;
}

function draw(known) {
  const { columns, rows, alt, scrolls } = known.data;
  known.frame.classList.toggle("day", !scrolls);
  known.frame.classList.toggle("loi", columns.length < 3);
  const whole = columns.reduce((sum, one) => sum + one.width, 0);
  known.table.setAttribute("aria-label", alt);
  known.head.replaceChildren(
    ...columns.map((one) => {
      const cell = element("th", one.title, one.number);
      cell.scope = "col";
      cell.style.width = `${(100 * one.width) / whole}%`;
      return cell;
    })
  );
  known.body.replaceChildren(...rows.map((row, at) => line(known, row, at)));
}

function line(known, row, at) {
  const made = document.createElement("tr");
  made.className = row.strong ? "cong" : "";
  row.cells.forEach((text, place) => {
    const cell = element("td", "", known.data.columns[place].number);
    cell.dataset.ten = known.data.columns[place].title;
    const words = document.createElement(row.opens && place === 0 ? "button" : "div");
    words.textContent = text;
    words.title = text.length > 90 ? text : "";
    cell.append(words);
    made.append(cell);
  });
  if (row.opens) {
    made.classList.add("mo");
    made.onclick = () => known.pick(at);
  }
  return made;
}

function element(name, text, number) {
  const made = document.createElement(name);
  made.textContent = text;
  if (number) made.className = "so";
  return made;
}

/* Which rows stand on which page: all on one where they fit, or where the page may scroll. */
function lay(known) {
  const lines = [...known.body.children];
  lines.forEach((one) => (one.hidden = false));
  known.pager.hidden = true;
  const heights = lines.map((one) => one.offsetHeight);
  const room = known.frame.clientHeight - known.head.offsetHeight - 2;
  const all = heights.reduce((sum, one) => sum + one, 0);
  known.pages = [[0, lines.length]];
  if (!known.data.scrolls && all > room) {
    known.pager.hidden = false;
    known.pages = parted(heights, room - known.pager.offsetHeight);
  }
  known.page = Math.min(known.page, known.pages.length - 1);
  show(known);
}

function parted(heights, room) {
  const pages = [];
  let first = 0;
  let used = 0;
  heights.forEach((height, at) => {
    if (used + height > room && at > first) {
      pages.push([first, at]);
      first = at;
      used = 0;
    }
    used += height;
  });
  return [...pages, [first, heights.length]];
}

function show(known) {
  const [first, end] = known.pages[known.page];
  const lines = [...known.body.children];
  lines.forEach((one, at) => (one.hidden = at < first || at >= end));
  const rest = lines.length - end;
  const more = rest ? `, còn ${rest} dòng` : "";
  known.said.textContent = `Dòng ${first + 1}–${end} trong ${lines.length}${more}`;
  known.buttons[0].disabled = known.page === 0;
  known.buttons[1].disabled = known.page === known.pages.length - 1;
}

function turn(known, step) {
  const to = known.page + step;
  if (to < 0 || to >= known.pages.length) return false;
  known.page = to;
  show(known);
  return true;
}

function press(known, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target = event.composedPath()[0];
  const typing = target instanceof Element && ["TEXTAREA", "INPUT"].includes(target.tagName);
  if (step && !typing && turn(known, step)) event.preventDefault();
}
