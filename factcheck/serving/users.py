"""The users file: who may log in, with the argon2 hash of each password and what each may do.

    {"users": [{"name": "M. Ito", "role": "reviewer", "password": "$argon2id$…"}]}

`factcheck serve --users FILE --add-user NAME` writes it. A change counts at once, without a restart.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from factcheck.errors import RecordError, UsageError
from factcheck.records.base import Record
from factcheck.reviewing.policy import same_person
from factcheck.serving.access import Role, Visitor
from factcheck.store import files

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
"""Characters of a password."""
LONGEST = 1000


class User(Record):
    """One who may log in."""

    name: str
    role: Role = "reviewer"
    password: str


class UserList(Record):
    """The file, whole."""

    users: tuple[User, ...] = ()


class Users:
    """The users of a file, read again when it changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stat = (-1, -1)
        self._users: tuple[User, ...] = ()
        self._hasher = _hasher()
        self._nobody = self._hasher.hash("nobody has this password")
        self.all()

    def all(self) -> tuple[User, ...]:
        """Everybody; raises RecordError for a file that cannot be read."""
        try:
            stat = self.path.stat()
        except OSError as error:
            raise RecordError(
                "cannot be read; `factcheck serve --users FILE --add-user NAME` makes it", where=str(self.path)
            ) from error
        if (stat.st_mtime_ns, stat.st_size) != self._stat:
            self._users = read(self.path).users
            self._stat = stat.st_mtime_ns, stat.st_size
        return self._users

    def find(self, name: str) -> Visitor | None:
        """A user by name, however it is capitalised; null for an unknown one."""
        user = self._user(name)
        return Visitor(user.name, user.role) if user else None

    def check(self, name: str, password: str) -> Visitor | None:
        """The user whose name and password these are. An unknown name takes as long as a wrong password."""
        from argon2.exceptions import Argon2Error, InvalidHashError

        user = self._user(name)
        try:
            self._hasher.verify(user.password if user else self._nobody, password[:LONGEST])
        except (Argon2Error, InvalidHashError):
            return None
        return Visitor(user.name, user.role) if user else None

    def _user(self, name: str) -> User | None:
        return next((user for user in self.all() if same_person(user.name, name)), None)


def read(path: Path) -> UserList:
    """The list of a users file; raises RecordError for what is none."""
    try:
        found = UserList.model_validate_json(path.read_bytes())
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        field = ".".join(map(str, fault["loc"])) or "the file"
        raise RecordError(f"{field}: {fault['msg']}", where=str(path)) from error
    except OSError as error:
        raise RecordError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=str(path)) from error
    for place, user in enumerate(found.users):
        if any(same_person(user.name, other.name) for other in found.users[:place]):
            raise RecordError(f"{user.name!r} stands there twice", where=str(path))
    return found


def add(path: Path, name: str, password: str, role: Role) -> bool:
    """Put a user into the file, or give one who is there another password and role; gives whether it is a new one."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("give the user's name: the one under which decisions are logged")
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password has {SHORTEST} characters or more")
    known = read(path).users if path.exists() else ()
    kept = tuple(user for user in known if not same_person(user.name, name))
    made = User(name=name, role=role, password=_hasher().hash(password))
    listed = UserList(users=(*kept, made)).model_dump(mode="json")
    if not path.exists():
        path.touch(mode=0o600)
    files.write(path, (json.dumps(listed, ensure_ascii=False, indent=2) + "\n").encode())
    return len(kept) == len(known)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()
