"""A container that serves the site: nginx, somebody without rights, a disk that nobody can write to."""

from __future__ import annotations

from tenfold.hosting.nginx import whole
from tenfold.hosting.policy import Policy

IMAGE = "nginx:1.28-alpine"
NOBODY = 101
"""The number of the user `nginx` in that image."""
PORT = 8080
FOLDER = "/srv/tenfold"

CONTAINERFILE = """\
# Made by tenfold headers. Build it in the folder that holds site/:  podman build -t inclusion .
# The name stands for the newest release of this line: write the digest that you have tried behind it, after an @.
FROM {image}
COPY nginx.conf /etc/nginx/nginx.conf
COPY site/ {folder}/
RUN nginx -t && rm -rf /tmp/*
USER {nobody}
EXPOSE {port}
HEALTHCHECK --interval=30s --timeout=3s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:{port}{path}"]
# Not the image's own start script: that one wants to write into its configuration.
ENTRYPOINT ["nginx", "-g", "daemon off;"]
"""

COMPOSE = """\
# Made by tenfold headers.  podman compose up -d   (or docker compose)
services:
  site:
    build:
      context: .
      dockerfile: Containerfile
    read_only: true
    tmpfs:
      - /tmp:size=16m,mode=1777,noexec,nosuid,nodev
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    pids_limit: 64
    mem_limit: 128m
    restart: unless-stopped
    ports:
      - "127.0.0.1:{port}:{port}"   # a proxy that speaks HTTPS stands before it
"""

IGNORED = "*\n!site\n!nginx.conf\n"


def container_files(policy: Policy, path: str) -> dict[str, str]:
    """Everything to lie beside the folder `site`."""
    filled = {"image": IMAGE, "folder": FOLDER, "nobody": NOBODY, "port": PORT, "path": path}
    return {
        "Containerfile": CONTAINERFILE.format_map(filled),
        "compose.yaml": COMPOSE.format_map(filled),
        "nginx.conf": whole(policy, path, FOLDER, PORT),
        ".dockerignore": IGNORED,
    }
