"""`python -m tenfold`: the same as the `tenfold` command."""

import sys

from tenfold.cli import main

if __name__ == "__main__":
    sys.exit(main())
