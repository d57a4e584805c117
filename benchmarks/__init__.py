"""How fast and how small a slider's step is: `python -m benchmarks` measures, compares and marks missed targets."""
