"""A copy of the tree to make changes to, its build, and its tests."""

import contextlib
import json
import pathlib
import shutil
import subprocess

# Of what runs for ever, for a change may do that too.
SECONDS = 1800


class Tree:
    def __init__(self, source, build, jobs):
        self.source, self.copy, self.build_folder = source, build / "tree", build / "build"
        self.jobs, self.output = str(jobs), ""
        self.update()
        compiler = shutil.which("clang++") or shutil.which("c++")
        if not self.run("cmake", "-S", self.copy, "-B", self.build_folder, "-G", "Ninja",
                        f"-DCMAKE_CXX_COMPILER={compiler}", "-DCMAKE_CXX_FLAGS=-O0",
                        "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON", "-DXENT_BUILD_BENCHMARKS=OFF"):
            raise SystemExit(self.output)
        # CTest knows the programs only that are there.
        if not self.build_all():
            raise SystemExit(self.output[-5000:])
        self.tests = self.read_tests()

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
        self.output = done.stdout
        return done.returncode == 0

    def update(self):
        """What is the same keeps its time, so that nothing is built for it again."""
        wanted = set()
        for at in self.source.iterdir():
            if at.name.startswith("."):
                continue
            for path in sorted(at.rglob("*")) if at.is_dir() else [at]:
                name = path.relative_to(self.source)
                if not path.is_file() or "__pycache__" in name.parts:
                    continue
                wanted.add(name)
                self.write(self.copy / name, path.read_bytes())
        for path in self.copy.rglob("*"):
            if path.is_file() and path.relative_to(self.copy) not in wanted:
                path.unlink()

    @staticmethod
    def write(path, content):
        if path.exists() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def read_tests(self):
        """The program of each default test as a target of Ninja, or None where it builds its own."""
        self.run("ctest", "--test-dir", self.build_folder, "-LE", "exhaustive", "--show-only=json-v1")
        tests = {}
        for test in json.loads(self.output)["tests"]:
            inside = (part for part in map(pathlib.Path, test.get("command", []))
                      if part.is_file() and part.is_relative_to(self.build_folder))
            program = next(inside, None)
            tests[test["name"]] = program and str(program.relative_to(self.build_folder))
        return tests

    @contextlib.contextmanager
    def mutated(self, mutant):
        path = self.copy / "include/xent" / mutant.header
        text = path.read_text()
        path.write_text(mutant.applied(text))
        try:
            yield
        finally:
            path.write_text(text)

    def build(self, test):
        if test not in self.tests:
            raise SystemExit(f"there is no test {test}")
        program = self.tests[test]
        return program is None or self.run("ninja", "-C", self.build_folder, "-j", self.jobs, program)

    def build_all(self):
        return self.run("ninja", "-C", self.build_folder, "-j", self.jobs)

    def ctest(self, *arguments):
        return self.run("ctest", "--test-dir", self.build_folder, "--output-on-failure", "--timeout",
                        SECONDS, *arguments)

    def passes(self, test):
        return self.ctest("-R", f"^{test.replace('+', '[+]')}$")

    def first_failure(self):
        """Of the whole default suite."""
        if self.ctest("-LE", "exhaustive", "-j", self.jobs, "--stop-on-failure"):
            return None
        failed = self.build_folder / "Testing/Temporary/LastTestsFailed.log"
        return failed.read_text().split()[0].split(":", 1)[1]
