"""Bounds itself, cuts itself off the network where the system lets it, and becomes the program it was given.

Run as `python -m ... MEMORY SECONDS PROGRAM ARGUMENTS`.
"""

import contextlib
import ctypes
import os
import sys

_MEGABYTE = 1024 * 1024
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000


def become(most_memory: int, seconds: int, command: list[str]) -> None:
    """Never returns where it succeeds."""
    with contextlib.suppress(ImportError):
        import resource

        bounds = {
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_AS: most_memory,
            resource.RLIMIT_CPU: seconds,
            resource.RLIMIT_FSIZE: 300 * _MEGABYTE,
        }
        for bound, most in bounds.items():
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(bound, (most, most))
    _leave_the_network()
    os.execv(command[0], command)


def _leave_the_network() -> None:
    # A network of its own has no way out. Systems that do not allow it still have the settings of the profile.
    with contextlib.suppress(OSError, AttributeError):
        system = ctypes.CDLL(None, use_errno=True)
        if system.unshare(_NEW_NETWORK) != 0:
            system.unshare(_NEW_USER | _NEW_NETWORK)


if __name__ == "__main__":
    become(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
