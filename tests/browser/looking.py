"""What does a person see that they should not: English, cut labels, a page that is too wide?"""

import re

from playwright.sync_api import Page

# Words that only the framework says.
ENGLISH = re.compile(
    r"\b(upload|browse|drag|drop|choose|select|search|download|fullscreen|columns?|clear|"
    r"running|loading|connection|error|results?|options?|press|apply|submit|close|open|show|"
    r"hide|sort|help|sidebar|skip|content|settings|link|copy|dismiss|toggle|menu|per file)\b",
    re.IGNORECASE,
)

_TEXTS = """() => {
  const seen = new Set();
  const visible = (one) => one.getClientRects().length > 0;
  const skipped = 'script, style, noscript, code, pre, svg defs, [data-testid="stIconMaterial"]';
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest(skipped) || !visible(one)) continue;
    for (const node of one.childNodes)
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) seen.add(node.data.trim());
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (one.getAttribute(name)) seen.add(one.getAttribute(name));
  }
  return [...seen];
}"""

# A label of a chart is cut when it reaches over the edge of its drawing; a text of the page when
# it is wider than the box that hides what sticks out.
_CUT = """() => {
  const cut = [];
  const shown = (one) => one.getClientRects().length > 0 && (one.textContent || '').trim();
  for (const svg of document.querySelectorAll('.js-plotly-plot .main-svg')) {
    const edge = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (!shown(text) || !box.width || getComputedStyle(text).opacity === '0') continue;
      const over = Math.max(edge.left - box.left, box.right - edge.right,
                            edge.top - box.top, box.bottom - edge.bottom);
      if (over > 1.5) cut.push(`chart: ${text.textContent} (${over.toFixed(0)} px)`);
    }
  }
  for (const one of document.querySelectorAll('.stApp p, .stApp span, .stApp div, .stApp label')) {
    if (one.children.length || !shown(one) || one.closest('[data-testid="stDataFrame"]')) continue;
    const style = getComputedStyle(one);
    if (style.textOverflow === 'ellipsis' && style.overflow !== 'visible'
        && one.scrollWidth > one.clientWidth + 1)
      cut.push(`text: ${one.textContent.trim()}`);
  }
  return cut;
}"""


def texts(page: Page) -> list[str]:
    """Every text that can be read or heard."""
    return list(page.evaluate(_TEXTS))


def english(page: Page) -> list[str]:
    """Texts with a word of the framework's English."""
    return [text for text in texts(page) if ENGLISH.search(text)]


def cut_labels(page: Page) -> list[str]:
    """Labels that are not shown whole."""
    return list(page.evaluate(_CUT))


def too_wide(page: Page) -> int:
    """By how many pixels the page must be scrolled sideways."""
    main = "document.querySelector('[data-testid=\"stMain\"]')"
    return int(page.evaluate(f"{main}.scrollWidth - {main}.clientWidth"))


def unnamed_charts(page: Page) -> int:
    """How many charts say nothing to a person who cannot see them."""
    named = (
        "(one) => one.closest('[aria-label], [alt]') || one.querySelector('[aria-label], [alt]')"
    )
    charts = "[...document.querySelectorAll('[data-testid=\"stPlotlyChart\"]')]"
    return int(page.evaluate(f"{charts}.filter((one) => !({named})(one)).length"))
