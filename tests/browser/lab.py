"""A real Jupyter on a port of its own, and the few things a test does in it: open, run, move a slider, look."""

import contextlib
import dataclasses
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

TOKEN = "lossviz"
SETTINGS = {
    # Every cell stands on the page, so that a test finds explorers which a reader would have to scroll to.
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "docmanager-extension/plugin": {"autosave": False},
}
PICTURE = "svg[role=img]"
FAILURES = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
_SECONDS = 60
_PATHS = {"jupyterlab": "lab/tree/{}", "notebook": "notebooks/{}"}
_ERROR = re.compile(r"^\[[EC] |Traceback|Exception")
_ADDRESS = f"http://127.0.0.1:{{port}}/{{path}}?token={TOKEN}"


@dataclasses.dataclass(frozen=True)
class Server:
    """A JupyterLab or a Notebook 7 that runs: where its notebooks are, and what it and its kernels have said."""

    application: str
    folder: Path
    port: int
    log: Path

    def address(self, name):
        """Where the notebook of that name opens."""
        return _ADDRESS.format(port=self.port, path=_PATHS[self.application].format(name))

    def errors(self):
        """The lines of the log in which the server, or a kernel whose callback failed, tells of an error."""
        return [line for line in self.log.read_text("utf-8").splitlines() if _ERROR.search(line)]

    def end_sessions(self):
        """Shut every kernel down, as it is when a reader comes back the next day."""
        sessions = f"http://127.0.0.1:{self.port}/api/sessions"
        with urllib.request.urlopen(f"{sessions}?token={TOKEN}") as answer:
            running = [session["id"] for session in json.load(answer)]
        for session in running:
            request = urllib.request.Request(f"{sessions}/{session}?token={TOKEN}", method="DELETE")
            urllib.request.urlopen(request).close()


@contextlib.contextmanager
def server(application, folder, home, package):
    """Serve `folder`, with every file of Jupyter's own in `home`; yields the `Server`.

    The application is "jupyterlab" or "notebook". Kernels import the lossviz that lies in the folder `package`.
    """
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    options = {"ServerApp.ip": "127.0.0.1", "ServerApp.port": port, "ServerApp.port_retries": 0}
    options |= {"IdentityProvider.token": TOKEN, "ServerApp.root_dir": folder}
    command = [sys.executable, "-m", application, "--no-browser", "--allow-root"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env=_environment(home, package), cwd=folder)
        try:
            _wait_for(server, port, home / "server.log")
            yield Server(application, folder, port, home / "server.log")
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _environment(home, package):
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    for plugin, values in SETTINGS.items():
        file = home / "settings" / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    path = os.pathsep.join(filter(None, [str(package), os.environ.get("PYTHONPATH")]))
    return os.environ | {name: str(home / place) for name, place in places.items()} | {"PYTHONPATH": path}


def _wait_for(server, port, log):
    for _ in range(10 * _SECONDS):
        if server.poll() is not None:
            break
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(_ADDRESS.format(port=port, path="api/status"), timeout=5)
            return
        time.sleep(0.1)
    raise RuntimeError(f"Jupyter did not start:\n{log.read_text()}")


def open_and_run(page, address):
    """Open a notebook without outputs and run its cells from the menu, as a reader does; returns when all have run."""
    open_notebook(page, address)
    run_all(page)


def open_notebook(page, address):
    """Open a notebook; returns when its kernel stands ready."""
    page.goto(f"{address}&reset")  # without the tabs of another test
    wait_for_kernel(page)


def wait_for_kernel(page):
    """Return when the notebook on the page has a kernel that is idle: a run before that asks for one, in a dialog."""
    wait_until(lambda: page.evaluate(_KERNEL_STANDS, TOKEN))  # Playwright's own waiting takes a promise for a yes


def run_all(page, seconds=5 * _SECONDS):
    """Run all cells from the menu; returns when all that had not run have run, and their pictures stand."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    wait_for_all(page, seconds)


def wait_for_all(page, seconds):
    """Return when all cells have run and their pictures stand."""
    page.wait_for_function(_ALL_RAN, timeout=1000 * seconds)
    page.wait_for_function(_PICTURES_STAND, timeout=1000 * _SECONDS)


_KERNEL_STANDS = """async token => {
    const answer = await fetch(`/api/sessions?token=${token}`);
    const name = decodeURIComponent(location.pathname.split('/').pop());
    const session = (await answer.json()).find(each => each.path === name);
    return session?.kernel.connections > 0 && session.kernel.execution_state === 'idle'
        && !!document.querySelector('.jp-Notebook-ExecutionIndicator[data-status=idle]');
}"""
_ALL_RAN = """() => {
    const code = [...document.querySelectorAll('.jp-CodeCell')]
        .filter(cell => cell.querySelector('.cm-content').innerText.trim());
    const ran = cell => /\\[\\d+\\]/.test(cell.querySelector('.jp-InputPrompt').innerText);
    const failed = document.querySelector('[data-mime-type="application/vnd.jupyter.error"]');
    return failed || (code.length && code.every(ran));
}"""
_PICTURES_STAND = """() => [...document.querySelectorAll('.jp-OutputArea-output')]
    .every(output => output.innerText.trim() !== 'Loading widget...')"""


def explorers(page):
    """The explorers on the page, each as the output that holds its sliders, picture and readout."""
    return page.locator(".jp-OutputArea-output").filter(has=page.locator(PICTURE))


def sliders(explorer):
    """What the keyboard moves in an explorer: the handles of its sliders."""
    return explorer.locator(".noUi-handle")


def choices(explorer):
    """The groups of buttons in an explorer, of each of which one is pressed."""
    return explorer.locator(".widget-toggle-buttons")


def buttons(group):
    """The button of a group that is pressed now, and one that is not."""
    active = group.locator("button").evaluate_all("all => all.findIndex(one => one.classList.contains('mod-active'))")
    return group.locator("button").nth(active), group.locator("button").nth(1 if active == 0 else 0)


def state(explorer):
    """What a reader can see or hear of an explorer now: the moving drawing, its text alternative, its readout."""
    picture = explorer.locator(PICTURE)
    return {
        "drawing": picture.inner_html(),
        "alt": picture.get_attribute("aria-label"),
        "readout": explorer.locator(f"{PICTURE} + div").inner_text(),
    }


def words(explorer):
    """What a screen reader says of an explorer now: text alternative and readout."""
    now = state(explorer)
    return now["alt"], now["readout"]


def press(page, handle, key, times=1):
    """Press a key on a slider, without waiting for the kernel's answer; returns how many steps the slider went."""
    handle.focus()
    steps = 0
    for _ in range(times):
        before = _position(handle)
        page.keyboard.press(key)
        steps += _position(handle) != before
    return steps


def _position(handle):
    """Where a slider stands, exactly: its `aria-valuenow` has one decimal only."""
    return handle.evaluate("handle => handle.parentElement.style.transform")


def wait_until(holds):
    """Return when `holds()` is true, or has not been for a minute: on a busy machine answers come late, one by one."""
    end = time.monotonic() + _SECONDS
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
