"""The clock of the benchmarks."""

import time

# Processor time is a program's own work, whatever else the machine does; on Windows it is too coarse.
NAME = "process_time" if time.get_clock_info("process_time").resolution < 1e-4 else "perf_counter"
now = getattr(time, NAME)
