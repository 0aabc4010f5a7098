"""An enricher as a script: takes a question a line, gives an answer a line."""

import json
import sys

for line in sys.stdin:
    question = json.loads(line)
    text = question["advert"].get("text", "")
    answer = {"done": question["id"], "fields": {"words": str(len(text.split()))}}
    print(json.dumps(answer), flush=True)
