"""Azure Static Web Apps: staticwebapp.config.json at the root of what is published."""

from __future__ import annotations

import json
from typing import Any

from tenfold.hosting.headers import HTTPS_ONLY, KEPT, KEPT_LONGER, UNKNOWN_ELSEWHERE, full_type, kept_for, protection
from tenfold.hosting.policy import Policy

FILE = "staticwebapp.config.json"
MOST_BYTES = 20 * 1024
"""What Azure reads of it at most."""


def static_web_app(policy: Policy, path: str) -> str:
    """The configuration of a site that stands below a path of its host."""
    config: dict[str, Any] = {
        "trailingSlash": "auto",
        "routes": [
            {"route": f"{path}{below}*", "headers": {"Cache-Control": kept_for(days)}}
            for below, days in KEPT_LONGER.items()
        ]
        # Nobody signs in here, so nothing is there that could set a cookie.
        + [{"route": "/.auth/*", "statusCode": 404}],
        "responseOverrides": {"404": {"rewrite": f"{path}404.html", "statusCode": 404}},
        "globalHeaders": {
            **protection(policy),
            "Strict-Transport-Security": HTTPS_ONLY,
            "Cache-Control": KEPT,
        },
        "mimeTypes": {f".{ending}": full_type(ending) for ending in UNKNOWN_ELSEWHERE},
    }
    return json.dumps(config, indent=2) + "\n"
