"""The extension of Jupyter's server: small messages are sent at once, and nothing else changes."""

from types import SimpleNamespace

from lossviz import jupyter

SETTING = "kernel_websocket_connection_class"


class Connection:
    """A connection as the server makes it, that keeps what was done in which order."""

    def __init__(self, done):
        self.done = done
        self.websocket_handler = SimpleNamespace(set_nodelay=lambda value: done.append(("nodelay", value)))

    def connect(self):
        self.done.append("connected")
        return "what the server waits for"


def server(**settings):
    """As much of a Jupyter server as the extension looks at."""
    return SimpleNamespace(web_app=SimpleNamespace(settings=settings))


def test_a_connection_sends_its_messages_at_once():
    """Before a page is connected to its kernel TCP is told to hold nothing back; the answer is the server's own."""
    app, done = server(**{SETTING: Connection}), []
    jupyter._load_jupyter_server_extension(app)
    assert issubclass(app.web_app.settings[SETTING], Connection)
    assert app.web_app.settings[SETTING](done).connect() == "what the server waits for"
    assert done == [("nodelay", True), "connected"]


def test_a_server_without_that_setting_is_left_as_it_is():
    """Where a server knows no such class, the extension does nothing."""
    app = server(port=8888)
    jupyter._load_jupyter_server_extension(app)
    assert app.web_app.settings == {"port": 8888}


def test_jupyter_finds_the_extension_by_its_name():
    """The module that the extension points name is the one that has the function to load."""
    (point,) = jupyter._jupyter_server_extension_points()
    assert point["module"] == jupyter.__name__
