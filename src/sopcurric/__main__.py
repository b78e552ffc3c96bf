"""`python -m sopcurric` and the `sopcurric` command."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.disable()  # a command soon ends and keeps nearly all it makes: looking for garbage costs a quarter of its time
    try:
        from sopcurric.cli.main import run  # noqa: PLC0415 - Ctrl-C counts from here on
    except KeyboardInterrupt:
        sys.exit(130)
    status = run(sys.argv[1:])
    gc.freeze()  # the interpreter would look once more before it leaves
    sys.exit(status)


if __name__ == "__main__":
    main()
