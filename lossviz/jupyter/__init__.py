"""What makes sliders answer at once in Jupyter: an extension of its server, here, and settings of its pages beside it.

A slider's step is answered in a few small messages. Jupyter's server leaves it to TCP when to send them, and TCP holds
a small message back until the browser has confirmed the one before, which takes it up to 40 ms. With this extension the
server sends each message at once; so it does for every kernel of that server.
"""

__all__ = []

_CLASS = "kernel_websocket_connection_class"  # what the server is configured to connect pages and kernels with


def _jupyter_server_extension_points():
    """Where the server finds the extension; Jupyter calls it by this name."""
    return [{"module": "lossviz.jupyter"}]


def _load_jupyter_server_extension(app):
    """Let the server send small messages at once; Jupyter calls it by this name when it starts."""
    settings = app.web_app.settings
    if settings.get(_CLASS) is not None:
        settings[_CLASS] = _prompt(settings[_CLASS])


def _prompt(connection):
    """The same class of connections, but TCP holds none of their messages back."""

    class PromptConnection(connection):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    return PromptConnection
