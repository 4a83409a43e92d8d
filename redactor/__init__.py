# SPDX-License-Identifier: AGPL-3.0-or-later
"""Redactor: redaction of subject access requests. See README.md.

Importing the package, in any process, first says no to what libraries would send or keep about their use:
onnxruntime from 1.27 on queues usage events in the user's cache folder and sends them when there is a network.
The pinned version is older and does not; should somebody raise the pin, this still holds.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
