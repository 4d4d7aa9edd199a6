#!/usr/bin/env python3
"""What it costs to show the door to many: Porchlight beside uStreamer, in turn, from the same virtual webcam.

    ./mvnw -DskipTests package && benchmark/live.py          # about 20 minutes; --quick: 5

Needs ../shared (fakecam and bench), gcc, libjpeg-dev, ffmpeg, ustreamer, and a machine with two cores that does nothing
else: the server is pinned to one, the viewers to the other. Prints a table and writes it into docs/performance.md. The
figures are the medians of the runs, each of which starts both servers anew.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

HERE = pathlib.Path(__file__).resolve().parent.parent
SHARED = HERE.parent / "shared"
PAGE = HERE / "docs" / "performance.md"
SERVER_CORE, CLIENT_CORE = "0", "1"
PORT, PEER_PORT = 18080, 18081
PASSWORD = "porch light"
PASSWORD_HASH = "$2a$11$4vGmLUCgRBn5NIj/zOkSluTqKcKJr.wBk8.pJxS2A6Zvw5eSF0BQC"
VIEWERS = [1, 10, 50, 100, 200, 400, 800]
BEGIN, END = "<!-- live.py: begin -->", "<!-- live.py: end -->"


def build(work):
    """The tools of ../shared, built in a folder of our own."""
    for tool in ("fakecam", "bench"):
        shutil.copytree(SHARED / tool, work / tool, copy_function=shutil.copy)
        for item in (work / tool).iterdir():
            item.chmod(0o755)
        (work / tool).chmod(0o755)
        subprocess.run(["make", "-s", "-C", work / tool], check=True, stderr=subprocess.DEVNULL)


class Server:
    """A process on one core, with the virtual webcam inside it."""

    def __init__(self, work, name, command, control=None):
        self.log = work / f"{name}.log"
        self.film = work / "bench" / "src.mjpeg"
        state = work / f"{name}-state"
        state.mkdir(exist_ok=True)
        environment = dict(
            os.environ,
            LD_PRELOAD=str(work / "fakecam" / "fakecam.so"),
            FAKECAM_DEVICES="0",
            FAKECAM_MJPEG=str(self.film),
            FAKECAM_STAMP="1",
            FAKECAM_STATE_DIR=str(state),
        )
        if control:
            environment["FAKECAM_CTL"] = str(control)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["taskset", "-c", SERVER_CORE, *map(str, command)],
                cwd=HERE, env=environment, stdout=log, stderr=subprocess.STDOUT)
        self.pid = self.process.pid

    def said(self, pattern, seconds=60):
        for _ in range(seconds * 10):
            found = re.search(pattern, self.log.read_text(errors="replace"))
            if found:
                return found
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"No '{pattern}' from {self.log}:\n{self.log.read_text(errors='replace')}")

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def cores(self, seconds):
        """Cores used, measured over so many seconds."""
        before, begun = self.cpu_seconds(), time.monotonic()
        time.sleep(seconds)
        return (self.cpu_seconds() - before) / (time.monotonic() - begun)

    def memory_mb(self):
        """Resident memory in MB, without the film that the virtual webcam maps into the process."""
        total = film = 0
        ours = False
        for line in pathlib.Path(f"/proc/{self.pid}/smaps").read_text().splitlines():
            if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
                ours = line.endswith(str(self.film))
            elif line.startswith("Rss:"):
                kilobytes = int(line.split()[1])
                total += kilobytes
                film += kilobytes if ours else 0
        return (total - film) / 1024

    def threads(self):
        return [(task / "comm").read_text().strip() for task in pathlib.Path(f"/proc/{self.pid}/task").iterdir()]

    def reads_camera(self):
        """By the capture's Java thread: the virtual webcam has threads of its own, of the same name."""
        stacks = subprocess.run([java("jcmd"), str(self.pid), "Thread.print"], check=True, capture_output=True, text=True)
        return '"capture"' in stacks.stdout

    def handles(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


class Porchlight(Server):
    """The packaged application, with one account."""

    def __init__(self, work, record=False, control=None):
        data = work / "data"
        if (data / "porchlight.db").exists():
            (self.record_every_session if record else self.watch_only)(data)
        super().__init__(work, "porchlight", [
            java(), "@packaging/jvm.options", "-jar", "target/porchlight.jar", f"--server.port={PORT}",
            f"--porchlight.data-dir={data}", "--porchlight.camera=/dev/video0"],
            control)
        self.said("Started Porchlight")
        with sqlite3.connect(data / "porchlight.db") as database:
            database.execute(
                "insert or ignore into member (username, name_key, password_hash, role, state, created_at)"
                " values ('bench', 'bench', ?, 'OWNER', 'ACTIVE', 0)", (PASSWORD_HASH,))
        self.cookie = sign_in()

    @staticmethod
    def record_every_session(data):
        folder = data / "recordings"
        folder.mkdir(exist_ok=True)
        with sqlite3.connect(data / "porchlight.db") as database:
            database.execute(
                "insert or replace into settings (id, frames_per_second, recordings_folder, record_every_session)"
                " values (1, 30, ?, 1)", (str(folder),))

    @staticmethod
    def watch_only(data):
        with sqlite3.connect(data / "porchlight.db") as database:
            database.execute("delete from settings")

    def view(self, viewers, seconds, path="/live/1.mjpeg", *options):
        return view(self, PORT, path, viewers, seconds, "-H", f"Cookie: {self.cookie}", *options)


class Ustreamer(Server):
    def __init__(self, work):
        super().__init__(work, "ustreamer", [
            "ustreamer", "-d", "/dev/video0", "-m", "MJPEG", "-c", "HW", "-r", "1280x720", "-f", "30",
            "--host", "127.0.0.1", "--port", PEER_PORT])
        self.said("(?i)listening|capturing")
        time.sleep(1)

    def view(self, viewers, seconds):
        return view(self, PEER_PORT, "/stream", viewers, seconds)


def java(tool="java"):
    home = os.environ.get("JAVA_HOME")
    return f"{home}/bin/{tool}" if home else tool


def sign_in():
    jar = CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = urllib.parse.urlencode({"username": "bench", "password": PASSWORD}).encode()
    opener.open(f"http://localhost:{PORT}/login", form)
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def view(server, port, path, viewers, seconds, *options):
    """One run of the load client; its figures, and the server's memory at the end."""
    command = ["taskset", "-c", CLIENT_CORE, server.film.parent / "viewers", port, path, viewers, seconds, "-p", server.pid, *options]
    out = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout
    figures = json.loads(out.replace("nan", "null"))
    figures["memory"] = server.memory_mb()
    return figures


def side_by_side(work, runs, seconds, viewers):
    """For each number of viewers the figures of each server, taken in turn; both are started anew for each run."""
    figures, idle = {number: ([], []) for number in viewers}, []
    for run in range(runs):
        ours, theirs = Porchlight(work), Ustreamer(work)
        ours.view(200, 15)
        theirs.view(200, 5)
        for number in viewers:
            for server, taken in zip((ours, theirs), figures[number]):
                taken.append(server.view(number, seconds))
            print(f"run {run + 1}, {number} viewers: "
                  + ", ".join(f"{taken[-1]['srv_cpu']:.3f}" for taken in figures[number]), flush=True)
        theirs.stop()
        time.sleep(15)
        idle.append((ours.cores(20), ours.reads_camera()))
        ours.stop()
    return figures, (statistics.median(cores for cores, _ in idle), any(camera for _, camera in idle))


def of_h264(work, runs, seconds):
    """What H.264 costs on top of viewing: recording, a second recording, 50 viewers of MP4."""
    costs = {"recording": [], "second": [], "fifty": []}
    for _ in range(runs):
        plain = Porchlight(work)
        plain.view(2, seconds)
        one, two = (plain.view(number, seconds)["srv_cpu"] for number in (1, 2))
        mp4 = plain.view(1, seconds, "/live/1.mp4", "-r", "-w", "8")["srv_cpu"]
        fifty = plain.view(51, seconds, "/live/1.mp4", "-r", "-w", "5")["srv_cpu"]
        plain.stop()
        recording = Porchlight(work, record=True)
        recording.view(2, seconds)
        first = recording.view(1, seconds, "/live/1.mjpeg", "-w", "8")["srv_cpu"]
        second = recording.view(2, seconds, "/live/1.mjpeg", "-w", "8")["srv_cpu"]
        recording.stop()
        costs["recording"].append(first - one)
        costs["second"].append((second - two) - (first - one))
        costs["fifty"].append(fifty - mp4)
    return {what: statistics.median(values) for what, values in costs.items()}


def median(runs, name):
    return statistics.median(run[name] for run in runs)


def table(figures, idle, costs, runs, seconds):
    lines = [
        f"{time.strftime('%Y-%m-%d')}, `benchmark/live.py`: medians of {runs} runs, {seconds} s for each number of viewers, 1280x720 at 30 pictures a"
        " second and 77 KB a picture, the server on one core of a virtual machine with two, JDK"
        f" {subprocess.run([java(), '--version'], capture_output=True, text=True).stdout.split()[1]}.",
        "",
        "| viewers | held at 29.5/s | CPU, cores | uStreamer | ratio | latency p50 / p99, ms | uStreamer's | gap p99, ms | memory, MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for number, (ours, theirs) in figures.items():
        cpu, peer = median(ours, "srv_cpu"), median(theirs, "srv_cpu")
        lines.append(
            f"| {number} | {median(ours, 'full30'):.0f} | {cpu:.3f} | {peer:.3f} | {cpu / peer:.2f}"
            f" | {median(ours, 'lat_p50'):.1f} / {median(ours, 'lat_p99'):.1f}"
            f" | {median(theirs, 'lat_p50'):.1f} / {median(theirs, 'lat_p99'):.1f}"
            f" | {median(ours, 'gap_p99'):.1f} | {median(ours, 'memory'):.0f} |")
    lines += [
        "",
        "| what | cores |",
        "|---|---|",
        f"| nobody watching, the camera {'open' if idle[1] else 'closed'} | {idle[0]:.3f} |",
        f"| recording, on top of viewing | {costs['recording']:.3f} |",
        f"| a second recording at the same time | {costs['second']:.3f} |",
        f"| 50 viewers of MP4, on top of the encode for one | {costs['fifty']:.3f} |",
    ]
    return "\n".join(lines)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--viewers", type=int, nargs="+", default=VIEWERS)
    options.add_argument("--quick", action="store_true", help="one short run; docs/performance.md stays as it is")
    chosen = options.parse_args()
    runs, seconds, viewers = (1, 5, [1, 200]) if chosen.quick else (chosen.runs, chosen.seconds, chosen.viewers)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        build(work)
        figures, idle = side_by_side(work, runs, seconds, viewers)
        costs = of_h264(work, runs, seconds)
    text = table(figures, idle, costs, runs, seconds)
    print(text)
    if not chosen.quick:
        page = PAGE.read_text()
        head, rest = page.split(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
