"""A kernel as a hub starts it, and the front end of a learner: it runs cells, keeps the widgets' models, moves sliders.

The messages are those of a browser: an `update` of a slider's model on the shell channel, the answers on iopub, and the
next step only once the kernel is idle again.
"""

import html
import json
import os
import re

import psutil  # comes with ipykernel
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

SECONDS = 120  # a kernel that says nothing for so long is taken for dead
THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # else each kernel has as many as the hub has cores
_READOUT = re.compile(r'role="(?:status|alert)"[^>]*>(.*)</div>$', re.DOTALL)
_VIEW = "application/vnd.jupyter.widget-view+json"


class Died(Exception):
    """The kernel is gone, or hangs."""


class CellFailed(Exception):
    """A cell of the notebook raised an error."""


class FrontEnd:
    """A kernel with `folder` as its working directory, reached through files in the folder `private`.

    `models` are the widgets by comm, as the kernel has told of them; `views` those that cells have displayed, in order.
    """

    def __init__(self, folder, private):
        self.models, self.views = {}, []
        here = KernelSpecManager(kernel_dirs=[], ensure_native_kernel=True)
        way = {} if os.name == "nt" else {"transport": "ipc", "connection_file": os.path.join(private, "kernel.json")}
        self._manager = KernelManager(kernel_name="python3", kernel_spec_manager=here, **way)
        inherited = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
        self._manager.start_kernel(cwd=str(folder), env=inherited | THREADS)
        self.process = psutil.Process(self._manager.provisioner.pid)
        self._client = self._manager.client()
        self._client.start_channels(stdin=False, hb=False, control=False)

    def wait(self):
        """Return when the kernel has started; what follows may be called in another thread."""
        self._client.wait_for_ready(timeout=SECONDS)

    def close(self):
        """End the kernel."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    @property
    def alive(self):
        """Whether the kernel runs. (The manager's own answer takes an event loop, which a thread would leave open.)"""
        return self.process.is_running() and self.process.status() != psutil.STATUS_ZOMBIE

    def memory(self):
        """Megabytes of the kernel: resident, and proportional, where pages that kernels share count once for all."""
        now = self.process.memory_full_info()
        return now.rss / 1e6, getattr(now, "pss", now.uss) / 1e6

    def peak(self):
        """The most megabytes that were ever resident; None where the system does not say."""
        try:
            with open(f"/proc/{self.process.pid}/status") as status:
                return next(int(line.split()[1]) * 1024 / 1e6 for line in status if line.startswith("VmHWM"))
        except OSError:
            return None

    def worked(self):
        """Processor seconds of the kernel so far."""
        times = self.process.cpu_times()
        return times.user + times.system

    def run(self, source):
        """Execute a cell; a `CellFailed` if it raises."""
        for kind, content in self._until_idle(self._client.execute(source, allow_stdin=False)):
            self._note(content)
            if kind == "error":
                raise CellFailed(f"{content['ename']}: {content['evalue']}")
            if kind == "execute_result" and _VIEW in content["data"]:
                self.views.append(content["data"][_VIEW]["model_id"])

    def explorers(self):
        """Every explorer on the page, in order: the comms of its controls, and that of what moves."""
        found = []
        for view in self.views:
            controls, picture = self._children(view)
            found.append((self._children(controls), self._children(picture)[1]))
        return found

    def positions(self, comm):
        """What a control's model is moved by, its value or the index of a choice, and every position of it."""
        model = self.models[comm]
        if "_options_labels" in model:
            return "index", range(len(model["_options_labels"]))
        low, high, step = (model[name] for name in ("min", "max", "step"))
        return "value", [low + number * step for number in range(int((high - low) / step + 1e-9) + 1)]

    def move(self, comm, name, value, overlay):
        """A step of a slider; returns whether the kernel has sent the moving part of the picture in answer."""
        self.models[comm][name] = value
        content = {"comm_id": comm, "data": {"method": "update", "state": {name: value}, "buffer_paths": []}}
        message = self._client.session.msg("comm_msg", content)
        self._client.shell_channel.send(message)
        before = self.models[overlay]["value"]
        for _, told in self._until_idle(message["header"]["msg_id"]):
            self._note(told)
        return self.models[overlay]["value"] != before

    def readout(self, overlay):
        """The sentence below the picture, as it stands on the page."""
        return html.unescape(_READOUT.search(self.models[overlay]["value"])[1])

    def _children(self, comm):
        return [child.removeprefix("IPY_MODEL_") for child in self.models[comm]["children"]]

    def _until_idle(self, request):
        """What the kernel publishes in answer to a request, each as its kind and content."""
        socket, session = self._client.iopub_channel.socket, self._client.session
        silent = 0
        while silent < SECONDS:
            if not socket.poll(1000):
                silent += 1
                if not self.alive:
                    break
                continue
            silent = 0
            # Not session.deserialize: reading the dates alone takes longer than all the rest of a step here.
            _, (_, header, parent, _, content, *_) = session.feed_identities(socket.recv_multipart())
            if json.loads(parent).get("msg_id") != request:
                continue
            kind, content = json.loads(header)["msg_type"], json.loads(content)
            if kind == "status" and content["execution_state"] == "idle":
                return
            yield kind, content
        raise Died

    def _note(self, content):
        """Keep the models as the kernel has them, where the content is that of a comm."""
        if "comm_id" in content and "state" in content.get("data", {}):
            self.models.setdefault(content["comm_id"], {}).update(content["data"]["state"])
