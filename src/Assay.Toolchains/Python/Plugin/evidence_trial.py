"""Runs only the tests that are asked for, and tells when what they imported is not what lies in this folder."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def _names(nodeid):
    path, bracket, arguments = nodeid.partition("[")
    names = path.split("::")
    names[0] = names[0].replace("/", ".")
    if names[0].endswith(".py"):
        names[0] = names[0][:-3]
    group, title = ".".join(names[:-1]), names[-1] + bracket + arguments
    return {(group + between + title).strip() for between in (".", " > ")}


def pytest_collection_modifyitems(config, items):
    wanted = os.path.join(HERE, "only.txt")
    if not os.path.exists(wanted):
        return
    with open(wanted, encoding="utf-8") as file:
        only = set(file.read().split("\n"))
    left = [item for item in items if not _names(item.nodeid) & only]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if _names(item.nodeid) & only]


def pytest_sessionfinish(session):
    """A package that is installed, or found by an editable installation, hides the one of this folder."""
    root = os.path.realpath(os.getcwd())
    found = []
    for folder in (root, os.path.join(root, "src")):
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            here = os.path.join(folder, name)
            module = name[:-3] if name.endswith(".py") else name if os.path.exists(os.path.join(here, "__init__.py")) else None
            loaded = getattr(sys.modules.get(module), "__file__", None) if module not in (None, "conftest", "setup") else None
            if loaded and not os.path.realpath(loaded).startswith(root + os.sep) and module not in getattr(sys, "stdlib_module_names", ()):
                found.append(module + " from " + loaded)
    if found:
        with open(os.path.join(HERE, "elsewhere.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(found))
