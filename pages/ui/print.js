// Before a page goes to paper: charts and tables that were drawn in the pixels of the screen are made
// to follow the width of the sheet, and the choice of the sidebar is written on top.
(() => {
  if (window.paperIsPrepared) return;
  window.paperIsPrepared = true;

  // The framework's heights: a column's name, and the least that a row can be high.
  const HEADER = 33;
  const LEAST_ROW = 20;
  // A caption that only says what can be pressed.
  const HINT = /^Bấm [^.]+\.$/;

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

  const restore = () => {
    all(".chi-tren-giay").forEach((one) => one.remove());
    all(".khong-in").forEach((one) => one.classList.remove("khong-in"));
    all('[data-testid="stPlotlyChart"] .svg-container').forEach(forgetChart);
  };

  const prepare = () => {
    restore();
    all('[data-testid="stPlotlyChart"] .svg-container').forEach(measureChart);
    all('[data-testid="stDataFrame"]').forEach(copyTable);
    all('[data-testid="stElementContainer"]:has(> [data-testid="stCaptionContainer"], > .stMarkdown)')
      .filter((one) => HINT.test(one.textContent.trim()))
      .forEach((one) => one.classList.add("khong-in"));
    writeChoice();
  };

  window.addEventListener("beforeprint", prepare);
  window.addEventListener("afterprint", restore);
})();
