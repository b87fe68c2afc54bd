"""How is a page opened in a test? From the dashboard, as a person does."""

import ast
from pathlib import Path

from streamlit.testing.v1 import AppTest

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def pages() -> dict[str, str]:
    """The file of every page of the dashboard, and its title."""
    tree = ast.parse(DASHBOARD.read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        ast.literal_eval(call.args[0]): ast.literal_eval(keyword.value)
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "Page"
        for keyword in call.keywords
        if keyword.arg == "title"
    }


def opened(page: str, *, timeout: float = 120, **address: str) -> AppTest:
    """A page after its first run, with the choices of `address`."""
    app = AppTest.from_file(str(DASHBOARD), default_timeout=timeout)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    return app if page == next(iter(pages())) else app.switch_page(page).run()


def shown(app: AppTest) -> str:
    """Every text of a page, a line each."""
    parts = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
    texts = [str(one.value) for part in (*parts, "success") for one in getattr(app, part)]
    cards = [f"{card.label} {card.value} {card.delta}" for card in app.metric]
    return "\n".join([*texts, *cards])
