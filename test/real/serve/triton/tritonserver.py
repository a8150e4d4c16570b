"""The `tritonserver` of NVIDIA's wheel, with its backend for models in Python. In NVIDIA's container it is on the PATH."""

import importlib.util
import os
import pathlib
import sys

site = pathlib.Path(importlib.util.find_spec("pytriton").origin).parents[1]
triton = site / "pytriton" / "tritonserver"
python = f"{sys.version_info.major}.{sys.version_info.minor}"

# the backend looks for the Python that it starts beside itself
backend = pathlib.Path.home() / "backends" / "python"
backend.mkdir(parents=True, exist_ok=True)
for part in [*(triton / "backends" / "python").iterdir(), triton / "python_backend_stubs" / python / "triton_python_backend_stub"]:
    if not (backend / part.name).exists():
        (backend / part.name).symlink_to(part)

os.execve(
    triton / "bin" / "tritonserver",
    [
        "tritonserver",
        f"--backend-directory={backend.parent}",
        "--allow-grpc=false",
        "--allow-metrics=false",
        *sys.argv[1:],
    ],
    {
        **os.environ,
        "LD_LIBRARY_PATH": str(site / "nvidia_pytriton.libs"),
        "PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(site),
    },
)
