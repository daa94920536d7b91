"""The disk under the database: its room, whether it lasts, and whether it is encrypted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.start.doctor.finding import Finding, fail, ok, warn

# Below the first, entries will soon be refused; below the second, somebody should look.
LEAST_FREE, FEW_FREE = 32 << 20, 512 << 20
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "vboxsf"}
_FLEETING = {"tmpfs": "memory", "ramfs": "memory", "overlay": "a container's own layer"}
_ENCRYPTED = {"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"}
_UNSYNCED = {"nobarrier", "barrier=0"}
_HOW = {
    "darwin": "look with: fdesetup status",
    "win32": "look with: manage-bde -status",
}


@dataclass(frozen=True, slots=True)
class Mount:
    """What a folder lies on."""

    kind: str
    options: frozenset[str]
    device: str


def disk(database: Path, root: Path = Path("/")) -> Iterator[Finding]:
    """Everything about the disk of a database; `root` is where the system tells about disks."""
    folder = database.parent.absolute()
    if not folder.is_dir():
        return
    yield _room(folder, database)
    mount = mount_of(folder, root)
    if mount is not None:
        yield from _lasting(mount, folder)
    yield _encryption(mount, folder, root)


def _room(folder: Path, database: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    size = database.stat().st_size if database.is_file() else 0
    said, todo = f"{free / 2**20:,.0f} MiB are free in {folder}", "free some space, or move the database"
    if free < max(LEAST_FREE, size):  # an erasure rebuilds the file beside itself
        return fail("free space", said, todo)
    return warn("free space", said, todo) if free < max(FEW_FREE, 3 * size) else ok("free space", said)


def _lasting(mount: Mount, folder: Path) -> Iterator[Finding]:
    if mount.kind in _NETWORK:
        todo = "move the database to a local disk"
        yield fail("disk", f"{folder} is a network folder ({mount.kind}), where SQLite's log is not safe", todo)
    elif mount.kind in _FLEETING:
        todo = "use a volume or a real folder, and set DATABASE_URL to it"
        yield warn("disk", f"{folder} lies in {_FLEETING[mount.kind]}: it goes with it", todo)
    elif slack := sorted(mount.options & _UNSYNCED):
        todo = "mount it without that option"
        yield warn("disk", f"mounted with {slack[0]}: after a power cut acknowledged entries may be missing", todo)
    else:
        yield ok("disk", f"{mount.kind}, which keeps what it says it kept")


def _encryption(mount: Mount | None, folder: Path, root: Path) -> Finding:
    if mount is None:
        how = _HOW.get(sys.platform, "ask whoever set this machine up")
        return warn("encryption", "whether the disk is encrypted cannot be told from here", how)
    if mount.kind in _ENCRYPTED:
        return ok("encryption", f"the folder is encrypted ({mount.kind})")
    if layer := _crypt(root / "sys/dev/block" / mount.device):
        return ok("encryption", f"the disk is encrypted ({layer})")
    if mount.kind == "zfs":
        return warn("encryption", "ZFS keeps that to itself", "look with: zfs get encryption")
    return warn(
        "encryption",
        f"no encryption is seen under {folder}; a provider or the drive itself may add it unseen",
        "put it on a LUKS volume, or ask the provider; encrypt backups (age, restic), and keep their keys apart",
    )


def _crypt(device: Path) -> str:
    """The layer of a block device or of those below it that encrypts; nothing where none is seen."""
    try:
        kind = (device / "dm/uuid").read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        kind = ""
    if kind.startswith("CRYPT-"):
        return kind.split("-")[1]
    try:
        below = sorted((device / "slaves").iterdir())
    except OSError:
        return ""
    return next((layer for one in below if (layer := _crypt(one))), "")


def mount_of(folder: Path, root: Path = Path("/")) -> Mount | None:
    """The mount a folder lies on, or None where the system does not tell."""
    try:
        lines = (root / "proc/self/mountinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    real, found, longest = os.path.realpath(folder), None, -1
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(), after.split()
        at = fields[4].replace("\\040", " ")
        inside = real == at or real.startswith(at.rstrip("/") + "/")
        if inside and len(at) >= longest:  # the later one lies above the earlier
            options = frozenset((*fields[5].split(","), *kinds[2].split(",")))
            found, longest = Mount(kinds[0], options, fields[2]), len(at)
    return found
