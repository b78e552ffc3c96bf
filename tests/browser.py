"""Pages as a browser leaves them, after a script of ours has acted on them."""

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
in_browser = pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine")


def digest(code: str) -> str:
    """How the policy of a page names a script or style that it may use."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def left_by(content: bytes, probe: str, folder: Path) -> bytes:
    """The page as a browser leaves it, after a script that the policy of the page is told about."""
    text = content.decode().replace("script-src ", f"script-src {digest(probe)} ", 1)
    path = folder / "page.html"
    path.write_bytes(text.replace("<body>", f"<body><script>{probe}</script>", 1).encode())
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    done = subprocess.run(
        [BROWSER, *options, "--virtual-time-budget=5000", path.as_uri()], check=True, capture_output=True, timeout=120
    )
    return done.stdout
