FROM python:3.13-slim-bookworm AS build
WORKDIR /src
RUN pip install --no-cache-dir uv==0.13.9
COPY pyproject.toml uv.lock README.md LICENSE NOTICE ./
RUN uv sync --frozen --no-default-groups --no-install-project --compile-bytecode
COPY bot bot
COPY config config
COPY energy energy
RUN uv sync --frozen --no-default-groups --no-editable --compile-bytecode

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --create-home wattson
COPY --from=build --chown=root:root /src/.venv /src/.venv
USER 10001
WORKDIR /data
VOLUME /data
ENV PATH=/src/.venv/bin:$PATH PYTHONUNBUFFERED=1 WATTSON_HTTP=127.0.0.1:8080
# Healthy while it is connected to Discord and its store writes, whatever port the page was moved to.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['WATTSON_HTTP'].rpartition(':')[2] + '/healthz', timeout=4)"]
ENTRYPOINT ["wattson"]
