#!/usr/bin/env python3
"""Half an hour of coming and going, and what it leaves behind: threads, file handles and memory.

    ./mvnw -DskipTests package && benchmark/soak.py [--minutes 30]

A viewer joins and another leaves every second, each of them recorded; the webcam is unplugged for 5 s every two minutes. Prints a
line a minute, and fails unless the end is as the fifth minute was. Needs what live.py needs, without uStreamer.
"""

import argparse
import collections
import pathlib
import socket
import tempfile
import time

from live import PORT, Porchlight, build

STAYS_SECONDS = 4


def join(cookie):
    viewer = socket.create_connection(("localhost", PORT))
    viewer.sendall(f"GET /live/1.mjpeg HTTP/1.1\r\nHost: localhost:{PORT}\r\nCookie: {cookie}\r\n\r\n".encode())
    viewer.setblocking(False)
    return viewer


def drain(viewers):
    """Reads what there is; true where anything came."""
    read = 0
    for viewer in viewers:
        try:
            read += len(viewer.recv(1 << 20))
        except BlockingIOError:
            pass
    return read


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--minutes", type=int, default=30)
    minutes = options.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        build(work)
        control = work / "control"
        control.write_text("run")
        Porchlight(work, control=control).stop()
        server = Porchlight(work, record=True, control=control)
        viewers = collections.deque()
        samples = {}
        begun = time.monotonic()
        for second in range(minutes * 60):
            viewers.append(join(server.cookie))
            if len(viewers) > STAYS_SECONDS:
                viewers.popleft().close()
            control.write_text("unplug" if second % 120 in range(100, 105) else "run")
            read = 0
            while time.monotonic() < begun + second + 1:
                read += drain(viewers)
                time.sleep(0.01)
            if second % 60 == 59:
                samples[second // 60 + 1] = sample = (len(server.threads()), server.handles(), server.memory_mb())
                print(f"minute {second // 60 + 1}: {sample[0]} threads, {sample[1]} handles, {sample[2]:.0f} MB,"
                      f" {read / 1e6:.1f} MB/s read", flush=True)
        recordings = len(list((work / "data" / "recordings").rglob("*.mp4")))
        server.stop()
    print(f"{recordings} recordings")
    (threads, handles, memory), (threads_end, handles_end, memory_end) = samples[5], samples[minutes]
    if threads_end > threads + 5 or handles_end > handles + 10 or memory_end > memory * 1.1:
        raise SystemExit("More is held at the end than at the fifth minute.")


if __name__ == "__main__":
    main()
