"""`python -m sopcurric` and the `sopcurric` command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from sopcurric.cli.main import run  # noqa: PLC0415 - Ctrl-C counts from here on
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
