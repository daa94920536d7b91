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
ENV PATH=/src/.venv/bin:$PATH PYTHONUNBUFFERED=1
# The process is healthy while it runs and its data still loads; a status page comes with a later version.
HEALTHCHECK --interval=1m --timeout=10s --start-period=10s \
    CMD ["python", "-c", "import os, energy; os.kill(1, 0); energy.load_book()"]
ENTRYPOINT ["wattson"]
