/* The keys of a meeting, and a stage of at least 1920 × 1080 brought to the size of the window. */

const NARROW = 640;
const FORWARD = new Set(["ArrowRight", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "PageUp"]);
const PATIENCE = 1500; // milliseconds that a screen asked for may take before it is forgotten
const meetings = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue, setStateValue } = component;
  const known = meetings.get(parentElement) || begun(parentElement);
  Object.assign(known, { data, setTriggerValue, setStateValue });
  const current = data.screens.indexOf(data.current);
  if (current === known.wanted || Date.now() - known.pressed > PATIENCE) known.wanted = current;
  known.fit();
  return () => {
    document.removeEventListener("keydown", known.press, true);
    window.removeEventListener("resize", known.fit);
    for (const name of ["--ty-le", "--rong", "--cao"])
      document.documentElement.style.removeProperty(name);
    meetings.delete(parentElement);
  };
}

function begun(parentElement) {
  const known = { wanted: 0, pressed: 0, narrow: false };
  known.press = (event) => press(known, event);
  known.fit = () => fit(known);
  document.addEventListener("keydown", known.press, true);
  window.addEventListener("resize", known.fit);
  meetings.set(parentElement, known);
  return known;
}

/* As wide and high as the window, counted in the pixels of a 1080p wall. */
function fit(known) {
  const scale = Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
  const root = document.documentElement.style;
  root.setProperty("--ty-le", String(scale));
  root.setProperty("--rong", `${window.innerWidth / scale}px`);
  root.setProperty("--cao", `${window.innerHeight / scale}px`);
  const narrow = window.innerWidth <= NARROW;
  if (narrow === known.narrow) return;
  known.narrow = narrow;
  known.setStateValue("narrow", narrow);
}

function press(known, event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const target = event.composedPath()[0];
  if (typed(target)) {
    if (event.key === "Escape") target.blur();
    return;
  }
  const pressable = target instanceof Element &&
    target.closest("button, a, label, input, [role='button']");
  if (event.key === " " && pressable && target.matches(":focus-visible")) return;
  // A form of the meeting holds what was typed and not yet written: only Escape leaves it.
  if (event.key !== "Escape" && target instanceof Element && target.closest("form, .stForm")) return;
  const asked = wanted(known, event);
  if (asked === null) return;
  event.preventDefault();
  event.stopPropagation();
  known.setTriggerValue("go", asked);
}

/* What is asked for: a screen's key, or a step out of where we are; null for any other key. */
function wanted(known, event) {
  const { screens } = known.data;
  if (event.key === "Escape" || event.key === "Backspace") {
    if (event.key === "Backspace" && !known.data.inside) return null;
    return { step: known.data.inside ? "up" : "leave" };
  }
  const last = screens.length - 1;
  let to = null;
  if (event.key === "Home") to = 0;
  else if (event.key === "End") to = last;
  else if (event.key === " " && event.shiftKey) to = known.wanted - 1;
  else if (FORWARD.has(event.key)) to = known.wanted + 1;
  else if (BACK.has(event.key)) to = known.wanted - 1;
  if (to === null) return null;
  known.wanted = Math.min(Math.max(to, 0), last);
  known.pressed = Date.now();
  return { screen: screens[known.wanted] };
}

function typed(target) {
  if (!(target instanceof Element)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA") return true;
  return target.tagName === "INPUT" && !["checkbox", "radio", "button"].includes(target.type);
}
