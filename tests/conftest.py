"""What every test may lean on: a store of its own, and for browser tests the app, a browser and a
watched page.
"""

import gc
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from cidesign.workshop import Store, opening
from tests.copied import Served, loaded

# The same examples on every run, and no clock: a busy machine is no reason to fail. Soak tests draw
# anew.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=20)
settings.load_profile("house")

# A shell that starts us in the background lets us and all we start ignore Ctrl+C; tests that press
# it need it back.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PATIENCE_MS = 30_000
WIDE = {"width": 1280, "height": 900}

# A test leaves little behind that only a search for garbage finds, so it is looked for seldom.
gc.set_threshold(20_000)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end of the run: no search for garbage goes through them again."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """One last search, so that pytest sees whatever was left open; what is left then is not taken
    apart piece by piece, which took a process longer than to collect all tests.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def components_are_looked_for_once() -> Iterator[None]:
    """Each tab of a test looks through every installed package for components of Streamlit, which
    takes longer than to draw a page; what is installed stays the same for all of them.
    """
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        found = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture(scope="session", autouse=True)
def stores_left_open() -> Iterator[list[Store]]:
    """Every store that was opened and is not closed yet, also by what several tests share."""
    opened: list[Store] = []
    open_it = Store.__init__

    def remembered(store: Store, *told: Any, **named: Any) -> None:
        open_it(store, *told, **named)
        opened.append(store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "__init__", remembered)
        yield opened


@pytest.fixture(scope="session", autouse=True)
def new_stores_begin_in_their_present_shape(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """A new SQLite file is a copy of one that was brought to its shape step by step, as all are
    outside tests: the steps take ten times as long as most of what is done in it.
    """
    bring = opening._bring_to_present_shape
    made = tmp_path_factory.mktemp("shape") / "store.sqlite3"

    @cache
    def shape() -> bytes:
        engine = opening._engine(f"sqlite:///{made}")
        bring(engine)
        engine.dispose()
        return made.read_bytes()

    def brought(engine: Engine) -> None:
        file = Path(engine.url.database or ":memory:")
        is_file = engine.url.get_backend_name() == "sqlite" and file.name != ":memory:"
        if is_file and file.parent.is_dir() and not file.exists():
            whole = file.with_name(f"{file.name}.{uuid4().hex}")
            whole.touch(mode=0o600)
            whole.write_bytes(shape())
            with suppress(FileExistsError):
                file.hardlink_to(whole)
            whole.unlink()
        else:
            bring(engine)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_bring_to_present_shape", brought)
        yield


@pytest.fixture(scope="session")
def folders_of_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new folder each time. Among thousands pytest's own would look through all of them first."""
    above = tmp_path_factory.mktemp("stores")

    def made() -> Iterator[Path]:
        for number in count():
            folder = above / str(number)
            folder.mkdir()
            yield folder

    return made()


@pytest.fixture(autouse=True)
def own_store(
    monkeypatch: pytest.MonkeyPatch,
    folders_of_stores: Iterator[Path],
    stores_left_open: list[Store],
) -> Iterator[None]:
    """No test reads or writes the store of the person who runs it, and none leaves one open, not
    even the one the app keeps for life.
    """
    folder = next(folders_of_stores)
    monkeypatch.setenv("CIDESIGN_STORE", f"sqlite:///{folder / 'store.sqlite3'}")
    yield
    while stores_left_open:
        stores_left_open.pop().close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Starts the app for a moment; from a process that has everything loaded already."""
    with loaded(tmp_path_factory.mktemp("copied") / "log") as begun:
        yield begun


@pytest.fixture(scope="module")
def app_url(tmp_path_factory: pytest.TempPathFactory, served: Served) -> Iterator[str]:
    """The address of a running app with an empty store, one for each test file."""
    with served(tmp_path_factory.mktemp("app")) as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all browser tests of a run; what is expected may take its time on a busy
    machine.
    """
    from playwright.sync_api import expect

    from tools.browser import opened

    expect.set_options(timeout=PATIENCE_MS)
    with opened() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def windows(browser, app_url):
    """Opens a page as a fresh visitor's, told its size and the like: `with windows() as page`.

    Windows that are alike share within a file what they have loaded of the app, which takes a new
    one three seconds; cookies and all that a page keeps are gone before the next.
    """
    with ExitStack() as stack:
        known = {}

        @contextmanager
        def window(**alike):
            said = {"viewport": WIDE, **alike}
            if repr(said) not in known:
                context = stack.enter_context(browser.new_context(base_url=app_url, **said))
                known[repr(said)] = context, stays_open(context)
            context, stays = known[repr(said)]
            visited = context.new_page()
            visited.set_default_timeout(PATIENCE_MS)
            try:
                yield visited
            finally:
                for one in context.pages:
                    if one is not stays:
                        one.close()
                kept = {"origin": app_url, "storageTypes": "cookies,local_storage,indexeddb"}
                context.new_cdp_session(stays).send("Storage.clearDataForOrigin", kept)
                context.clear_cookies()

        yield window


def stays_open(context):
    """A page that shows nothing of the app, and keeps what others have loaded of it."""
    page = context.new_page()
    page.goto("/_stcore/health")
    return page


@pytest.fixture
def page(windows):
    """A fresh visitor's page (no cookies, 1280 px wide); `page.goto("/team")` goes to our app.

    The test fails if the page shows an exception, logs an error, asks an outside host or overflows.
    """
    from tools.browser import Watch

    with windows() as visited:
        watch = Watch(visited)
        yield visited
        assert watch.faults() == []
