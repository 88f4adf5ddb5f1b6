"""Run in a copy of the tree with one more what-if: prints, as JSON, what the page, a saved scenario
and the command line make of it.
"""

import json
import os
import sys
from pathlib import Path

from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from cidesign.cli import main
from cidesign.record import changed, read_files, write_bundle
from cidesign.workshop import Store, default_url

SHEET = {
    "need": {"community": 260},
    "priorities": {"community": 1},
    "floor": 0,
    "office": {"base_usd": 20_000},
    "roles": [
        {
            "id": "director",
            "salary_usd": 100_000,
            "min_fte": 0,
            "max_fte": 8,
            "does": {"community": 1},
        }
    ],
    "funding": {"budget_usd": 120_000},
}

planned = changed(read_files({"workshop.yaml": b"name: Copy\n"}), "plan.yaml", {(): SHEET})
bundle = changed(planned, "scenarios/dear.yaml", {(): {"name": "Dear", "what_if": {"rent": 1}}})
write_bundle(bundle, Path("bundle"))
os.environ["CIDESIGN_STORE"] = f"sqlite:///{Path('store.sqlite3').resolve()}"
with Store(default_url()) as store:
    id = store.create(bundle)
tab = AppTest.from_file("app.py", default_timeout=60)
tab.query_params["w"] = id
tab.query_params["more"] = "saved"
tab.run().switch_page("pages/scenarios.py").run()
tab.session_state["scenarios.switches"] = True
tab.run()
switches = [one.label for one in tab.number_input if one.key.startswith("scenarios.what_if.")]
next(one for one in tab.button if one.key == "scenarios.open.dear").click().run()
told = CliRunner().invoke(main, ["what-if", "bundle", "--rent", "100%", "--json"])
sys.stdout.write(
    json.dumps(
        {
            "faults": [str(one.value) for one in tab.exception],
            "switches": switches,
            "opened": next(
                one.value for one in tab.number_input if one.key == "scenarios.what_if.rent"
            ),
            "page": "\n".join(one.value for one in tab.markdown),
            "command": json.loads(told.output),
        }
    )
)
