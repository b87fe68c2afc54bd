"""How does a test look at the dashboard? With a server of its own and a Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
SCREEN = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
READY = '.stApp[data-test-script-state="notRunning"] [data-testid="stMainBlockContainer"]'
# What Chromium would otherwise look for outside, and what needs rights that a container lacks.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-default-apps", "--lang=vi"),
)


def chromium() -> str | None:
    """Where the system's Chromium is; None without one."""
    named = os.environ.get("SCORING_TEST_CHROMIUM", "")
    names = (named, "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def served(script: Path, database: Path | None = None, *, log: Path) -> Iterator[str]:
    """The address of a Streamlit server that runs `script`; stopped at the end."""
    port = free_port()
    server = started(script, port, database, log=log)
    try:
        wait_for_health(port, server)
        yield f"http://localhost:{port}"
    finally:
        stopped(server)


def started(
    script: Path, port: int, database: Path | None = None, *, log: Path
) -> subprocess.Popen[bytes]:
    """A Streamlit server that has just been started."""
    ours = script.name == "dashboard.py"  # started as its users do
    run = ["pages"] if ours else ["streamlit", "run", str(script)]
    command = [sys.executable, "-m", *run]
    options = {
        "server.port": port,
        "server.headless": "true",
        "server.address": "localhost",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    chosen = {"SCORING_DATABASE": str(database)} if database else {}
    with log.open("ab") as file:
        return subprocess.Popen(
            [*command, *flags],
            cwd=script.parent,
            env=os.environ | chosen,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )


def stopped(server: subprocess.Popen[bytes]) -> None:
    """End a server and wait for it."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def wait_for_health(port: int, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait until the server answers.

    Raises: RuntimeError when it ends or stays silent.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)
    raise RuntimeError(f"no Streamlit server on port {port}")


@contextmanager
def browsing() -> Iterator[Browser]:
    """A Chromium without a window.

    Raises: RuntimeError without one on this machine.
    """
    path = chromium()
    if path is None:
        raise RuntimeError("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def settle(page: Page, seconds: float = 30) -> None:
    """Wait until the script has run and nothing on the page is still being drawn."""
    page.wait_for_selector(READY, timeout=seconds * 1000)
    page.wait_for_function(_DRAWN, timeout=seconds * 1000)
    page.wait_for_timeout(300)


_DRAWN = """() => {
  const app = document.querySelector('.stApp');
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
    && charts.every((chart) => chart.querySelector('.main-svg'));
}"""
