"""Standing on a host: what its pages may do, computed from them, and the files that tell each kind of host."""

from tenfold.hosting.base import NoPath, built_for, not_found_page, whole_path
from tenfold.hosting.hosts import HOSTS, host_files, make_ready, prepare
from tenfold.hosting.meta import with_meta_policy
from tenfold.hosting.policy import Policy, policy
from tenfold.hosting.standing import CannotBeHosted, Prepared

__all__ = [
    "HOSTS",
    "CannotBeHosted",
    "NoPath",
    "Policy",
    "Prepared",
    "built_for",
    "host_files",
    "make_ready",
    "not_found_page",
    "policy",
    "prepare",
    "whole_path",
    "with_meta_policy",
]
