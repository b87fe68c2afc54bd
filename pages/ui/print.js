// Before a page goes to paper: charts and tables that were drawn in the pixels of the screen are made
// to follow the width of the sheet (high ones in strips: print_strips.js), and the choice of the
// sidebar is written on top, what the page is filtered by under its title.
(() => {
  if (window.paperIsPrepared) return;
  window.paperIsPrepared = true;

  // The framework's heights: a column's name, and the least that a row can be high.
  const HEADER = 33;
  const LEAST_ROW = 20;
  // A caption that only says what can be pressed.
  const HINT = /^Bấm [^.]+\.$/;
  // What only steers. A field of many lines is different: what is typed there is the page's text.
  const STEERS = ["Selectbox", "MultiSelect", "DateInput", "TimeInput", "TextInput", "NumberInput",
    "Radio", "Slider", "Checkbox", "FileUploader", "Button", "DownloadButton", "Popover"]
    .map((name) => `.st${name}`).join();

  const all = (selector) => [...document.querySelectorAll(selector)];

  const measureChart = (box) => {
    const drawings = [...box.querySelectorAll(":scope > .main-svg")];
    const [wide, high] = ["width", "height"].map((side) => parseFloat(drawings[0]?.getAttribute(side)));
    if (!(wide > 0 && high > 0)) return;
    box.style.setProperty("--rong", wide);
    box.style.setProperty("--cao", high);
    drawings.forEach((one) => one.setAttribute("viewBox", `0 0 ${wide} ${high}`));
  };

  const forgetChart = (box) => {
    box.style.removeProperty("--rong");
    box.style.removeProperty("--cao");
    box.querySelectorAll(":scope > .main-svg").forEach((one) => one.removeAttribute("viewBox"));
  };

  // From where to where the canvas shows whole rows, in its own pixels on the screen.
  const wholeRows = (table, canvas) => {
    const high = canvas.clientHeight;
    const scroller = table.querySelector(".dvn-scroller");
    const whole = table.querySelector(".dvn-scroll-inner")?.offsetHeight ?? high;
    const rows = Number(canvas.querySelector("[aria-rowcount]")?.getAttribute("aria-rowcount")) - 1;
    const row = (whole - HEADER) / rows;
    if (!(row > LEAST_ROW)) return [HEADER, high];
    const top = HEADER + ((row - (scroller.scrollTop % row)) % row);
    return [top, top + Math.floor((high - top + 2) / row) * row];
  };

  const sayMore = (copy) => {
    const more = document.createElement("p");
    more.className = "con-tiep chi-tren-giay";
    more.textContent = "Bảng còn tiếp: xuất trang ra .xlsx để có đủ các dòng.";
    copy.after(more);
  };

  const copyTable = (table) => {
    const canvas = table.querySelector('canvas[data-testid="data-grid-canvas"]');
    if (!canvas?.clientWidth || !canvas.clientHeight) return;
    const [top, bottom] = wholeRows(table, canvas);
    const wide = canvas.clientWidth;
    const dots = canvas.width / canvas.clientWidth;
    const copy = document.createElement("canvas");
    copy.className = "bang-in chi-tren-giay";
    copy.width = Math.round(wide * dots);
    copy.height = Math.round((HEADER + bottom - top) * dots);
    copy.style.width = `${wide}px`;
    const pen = copy.getContext("2d");
    const part = (of, from, until, to) =>
      pen.drawImage(of, 0, from * dots, copy.width, (until - from) * dots,
        0, to * dots, copy.width, (until - from) * dots);
    part(canvas, top, bottom, HEADER);
    // The names of the columns lie over the rows, in a drawing of their own.
    part(canvas.nextElementSibling ?? canvas, 0, HEADER, 0);
    // The drawing tells a dark screen itself: its ground is nearer to black than to white.
    const [red, green, blue] = pen.getImageData(copy.width - 4, copy.height - 4, 1, 1).data;
    copy.classList.toggle("tu-nen-toi", red + green + blue < 3 * 128);
    const scroller = table.querySelector(".dvn-scroller");
    const goesOn = scroller && scroller.scrollHeight > scroller.clientHeight + 1;
    table.after(copy);
    if (goesOn) sayMore(copy);
  };

  const leaveOut = (one) => one.classList.add("khong-in");

  const inFolded = (one) => one.closest("details:not([open])");

  const leaveOutControls = () => {
    const main = '[data-testid="stMainBlockContainer"] [data-testid="stElementContainer"]';
    all(`${main}:has(> :is(${STEERS}))`).forEach(leaveOut);
    all(".stForm").forEach((one) => leaveOut(one.closest('[data-testid="stExpander"]') ?? one));
    all(".stTextArea textarea").filter((one) => !one.value.trim())
      .forEach((one) => leaveOut(one.closest(".stTextArea")));
    // Words that are over nothing once that is gone, or over what is folded away.
    const silent = (one) => [one, ...one.querySelectorAll('[data-testid="stElementContainer"]')]
      .filter((part) => part.matches('[data-testid="stElementContainer"]'))
      .every((part) => part.closest(".khong-in") || inFolded(part) || !part.childElementCount);
    // Not those beside a button: what they head is below the row of both.
    const heads = ':not([data-testid="stHorizontalBlock"]) > [data-testid="stElementContainer"]'
      + ':has(> [data-testid="stHeading"]):not(:has(h1))';
    all(heads).forEach((one) => {
      const below = [];
      for (let next = one.nextElementSibling; next; next = next.nextElementSibling) below.push(next);
      if (below.length && below.every(silent)) leaveOut(one);
    });
  };

  const writeChoice = () => {
    const choices = all('[data-testid="stSidebar"] [data-testid="stSelectbox"]').map((one) => {
      const label = one.querySelector('[data-testid="stWidgetLabel"]')?.textContent.trim();
      const value = one.querySelector("input")?.value || one.querySelector('[data-baseweb="select"]')?.textContent;
      return value && !value.startsWith("—") ? `${label}: ${value.trim()}` : "";
    }).filter(Boolean);
    if (!choices.length) return;
    const line = document.createElement("p");
    line.className = "pham-vi chi-tren-giay";
    line.textContent = choices.join(" · ");
    document.body.prepend(line);
  };

  // page_export.py tells it in an element that is on no screen.
  const writeFilters = () => {
    const title = all('[data-testid="stMainBlockContainer"] h1')[0];
    const told = all(".dang-loc")[0];
    if (!title || !told) return;
    const line = document.createElement("p");
    line.className = "loc-trang chi-tren-giay";
    line.textContent = told.textContent;
    // Below what stands beside the title, too.
    const [row, own] = ["stHorizontalBlock", "stElementContainer"]
      .map((name) => title.closest(`[data-testid="${name}"]`));
    (row ?? own ?? title).after(line);
  };

  const restore = () => {
    all(".chi-tren-giay").forEach((one) => one.remove());
    all(".khong-in").forEach((one) => one.classList.remove("khong-in"));
    all('[data-testid="stPlotlyChart"] .svg-container').forEach(forgetChart);
  };

  const prepare = () => {
    restore();
    const charts = all('[data-testid="stPlotlyChart"] .svg-container');
    charts.forEach(measureChart);
    charts.forEach(window.stripChart);
    all('[data-testid="stDataFrame"]').forEach(copyTable);
    all('[data-testid="stElementContainer"]:has(> [data-testid="stCaptionContainer"], > .stMarkdown)')
      .filter((one) => HINT.test(one.textContent.trim()))
      .forEach(leaveOut);
    leaveOutControls();
    writeChoice();
    writeFilters();
  };

  window.addEventListener("beforeprint", prepare);
  window.addEventListener("afterprint", restore);
})();
