"""A Jupyter server of an image, and what a reader does in its JupyterLab, all in a folder below the server's own."""

import contextlib
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request

TOKEN = "lossviz"
SECONDS = 60
PICTURE = "svg[role=img]"
ALARMS = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"


@contextlib.contextmanager
def server(image, folder, home, command=("jupyter", "lab"), **settings):
    """Serve `folder` to a learner whose home is `home`; yields the address, less what follows the server's name."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    # Binder and hubs give address and token in this way; and root asks to be root, as in most containers.
    options = ["--ip=127.0.0.1", f"--port={port}", "--no-browser", "--allow-root", f"--IdentityProvider.token={TOKEN}"]
    program = [str(image.prefix / "bin" / command[0]), *command[1:], *options]
    environment = image.environment(home) | {"JUPYTERLAB_SETTINGS_DIR": _on_the_page(home)} | settings
    with (home / "server.log").open("w") as log:
        running = subprocess.Popen(program, stdout=log, stderr=log, env=environment, cwd=folder)
        try:
            _wait_for(running, f"http://127.0.0.1:{port}/api/status?token={TOKEN}", home / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(30)


def start_all(page, address):
    """On a page with a notebook: run all cells, and return when the first live explorer is there."""
    wait_until(lambda: _kernel(address).get("connections") and _kernel(address)["execution_state"] == "idle")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(PICTURE).first.wait_for(timeout=1000 * SECONDS)


def finish(page):
    """Wait until no cell is waiting for the kernel; none may have raised an error or a warning."""
    wait_until(lambda: page.locator(".jp-InputPrompt", has_text="[*]").count() == 0)
    assert page.locator(ALARMS).count() == 0


def save(page):
    """Save the notebook by the keyboard."""
    page.keyboard.press("Control+s")
    page.locator(".jp-mod-dirty").wait_for(state="detached", timeout=1000 * SECONDS)


def own_cell(page, source):
    """Put a cell below the first one, run it, and return what it prints; nothing else may be running."""
    first = page.locator(".jp-Cell").first
    first.locator(".jp-MarkdownOutput").click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(source)
    page.keyboard.press("Control+Enter")
    printed = page.locator(".jp-Cell").nth(1).locator("[data-mime-type='application/vnd.jupyter.stdout']")
    printed.wait_for(timeout=1000 * SECONDS)
    return printed.inner_text().strip()


def wait_until(holds):
    """Return when `holds()` is true; a `TimeoutError` if it is not in good time."""
    end = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


def _on_the_page(home):
    """Settings with which JupyterLab hides no cell that is out of sight."""
    tracker = home / "settings" / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
    tracker.parent.mkdir(parents=True, exist_ok=True)
    tracker.write_text(json.dumps({"windowingMode": "none"}))
    return str(home / "settings")


def _kernel(address):
    """The first kernel of the server, as it tells of it."""
    with urllib.request.urlopen(f"{address}/api/sessions?token={TOKEN}", timeout=10) as answer:
        sessions = json.load(answer)
    return sessions[0]["kernel"] if sessions else {}


def _wait_for(running, address, log):
    end = time.monotonic() + SECONDS
    while running.poll() is None and time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address, timeout=5)
            return
        time.sleep(0.05)
    raise RuntimeError(f"Jupyter did not start:\n{log.read_text()}")
