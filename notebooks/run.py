"""Executes notebooks headless; the first cell that fails ends it. python3 notebooks/run.py [--pictures DIR] NOTEBOOK...

Notebooks stay as they are: outputs are never written into them. With --pictures the pictures that they draw are kept.
"""

import argparse
import base64
import pathlib
import sys

import nbformat
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor


def execute(path, pictures):
    notebook = nbformat.read(path, as_version=4)
    drawn = 0
    try:
        ExecutePreprocessor(timeout=600, startup_timeout=100).preprocess(notebook, {"metadata": {"path": str(path.parent)}})
    except CellExecutionError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return False
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                print(f"{path.name}: {output.ename}: {output.evalue}", file=sys.stderr)
                return False
            picture = output.get("data", {}).get("image/png")
            if picture:
                drawn += 1
                if pictures:
                    pictures.mkdir(parents=True, exist_ok=True)
                    (pictures / f"{path.stem}-{drawn}.png").write_bytes(base64.b64decode(picture))
    print(f"{path.name}: {sum(cell.cell_type == 'code' for cell in notebook.cells)} cells, {drawn} pictures")
    return True


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--pictures", type=pathlib.Path)
    words.add_argument("notebooks", nargs="+", type=pathlib.Path)
    given = words.parse_args()
    return 0 if all([execute(path.resolve(), given.pictures) for path in given.notebooks]) else 1


if __name__ == "__main__":
    sys.exit(main())
