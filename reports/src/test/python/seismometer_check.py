"""Takes up an exported folder as Seismometer does, with nothing of ours and nothing of Seismometer's:

    python3 seismometer_check.py FOLDER.zip

Reads the configuration, loads both tables, casts them to the types of the dictionary, merges the outcome onto the
predictions by their keys, and makes the cohorts. Fails with a sentence where Seismometer could not go on. Prints the
AUROC, the number of predictions, and the cohorts with a group that is large enough to be shown.
Tables are read by pandas where pyarrow is at hand, otherwise by the few lines below.
"""
import gzip
import importlib.util
import io
import json
import struct
import sys
import zipfile

import pandas as pd
import yaml
from sklearn.metrics import roc_auc_score


class Thrift:
    """Apache Thrift's compact protocol, structures as dictionaries by field number."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def unsigned(self):
        value, shift = 0, 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed(self):
        value = self.unsigned()
        return (value >> 1) ^ -(value & 1)

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind in (4, 5, 6):
            return self.signed()
        if kind == 8:
            length = self.unsigned()
            self.at += length
            return bytes(self.data[self.at - length : self.at])
        if kind == 9:
            head = self.byte()
            size = head >> 4 if head >> 4 < 15 else self.unsigned()
            return [self.value(head & 15) for _ in range(size)]
        if kind == 12:
            return self.structure()
        raise ValueError(f"a thrift type {kind} is not expected here")

    def structure(self):
        fields, number = {}, 0
        while head := self.byte():
            number = number + (head >> 4) if head >> 4 else self.signed()
            fields[number] = self.value(head & 15)
        return fields


def levels(data, count):
    """Which values are there: runs of one bit each, or eight to a byte."""
    reader, there = Thrift(data), []
    while len(there) < count:
        head = reader.unsigned()
        if head & 1:
            for _ in range(head >> 1):
                byte = reader.byte()
                there += [byte >> bit & 1 for bit in range(8)]
        else:
            there += [reader.byte()] * (head >> 1)
    return there[:count]


def values(kind, data, count):
    if kind == 2:
        return list(struct.unpack(f"<{count}q", data[: 8 * count]))
    if kind == 5:
        return list(struct.unpack(f"<{count}d", data[: 8 * count]))
    found, at = [], 0
    for _ in range(count):
        (length,) = struct.unpack_from("<i", data, at)
        found.append(data[at + 4 : at + 4 + length].decode("utf-8"))
        at += 4 + length
    return found


def by_hand(file):
    assert file[:4] == b"PAR1" == file[-4:], "this is no Parquet file"
    (length,) = struct.unpack("<i", file[-8:-4])
    footer = Thrift(file, len(file) - 8 - length).structure()
    columns = {element[4].decode(): element for element in footer[2][1:]}
    frame = {name: [] for name in columns}
    for group in footer.get(4, []):
        for chunk in group[1]:
            about = chunk[3]
            name = about[3][0].decode()
            reader = Thrift(file, about[9])
            header = reader.structure()
            page = file[reader.at : reader.at + header[3]]
            page = gzip.decompress(page) if about[4] == 2 else page
            assert len(page) == header[2], "a page is not as long as it says"
            (length,) = struct.unpack_from("<i", page)
            there = levels(page[4 : 4 + length], header[5][1])
            present = iter(values(about[1], page[4 + length :], sum(there)))
            frame[name] += [next(present) if one else None for one in there]
    table = pd.DataFrame()
    for name, element in columns.items():
        column = pd.Series(frame[name], dtype="float64" if element[1] == 5 else "object")
        logical = element.get(10, {})
        if 8 in logical:
            assert logical[8][1] is False, "times with a zone cannot be cast to times without"
            column = pd.to_datetime(column.astype("float64"), unit="us").dt.round("us")
        elif element[1] == 2 and column.notna().all():
            column = column.astype("int64")
        table[name] = column
    assert len(table) == footer[3], "the file does not hold the rows it says"
    return table


def table(file):
    return pd.read_parquet(io.BytesIO(file)) if importlib.util.find_spec("pyarrow") else by_hand(file)


def need(condition, sentence):
    if not condition:
        sys.exit(sentence)


archive = zipfile.ZipFile(sys.argv[1])
root = archive.namelist()[0].split("/")[0]


def part(name):
    return archive.read(f"{root}/{name}")


places = yaml.safe_load(part("config.yml"))["other_info"]
usage = yaml.safe_load(part(places["usage_config"]))["data_usage"]
dictionary = yaml.safe_load(part(places["prediction_definition"]))
definitions = {item["name"]: item for item in yaml.safe_load(part(places["event_definition"]))["events"]}
metadata = json.loads(part(f"{places['data_dir']}/{places['metadata_path']}"))
need(isinstance(metadata.get("modelname"), str), "the metadata names no model")
need(all(isinstance(t, float) and 0 <= t <= 1 for t in metadata.get("thresholds", [0.5])), "thresholds are no numbers")
json.loads(part("seismometer.ipynb"))["cells"]

predictions = table(part(f"{places['data_dir']}/{places['prediction_path']}"))
for item in dictionary["predictions"]:
    need(item["name"] in predictions, f"{item['name']} is in the dictionary and not in the data")
    predictions[item["name"]] = predictions[item["name"]].astype(item["dtype"])
need(not usage.get("features"), "a list of features would keep the other columns from being loaded")
keys, when, score = [usage["entity_id"], usage["context_id"]], usage["predict_time"], usage["primary_output"]
need(str(predictions[when].dtype) == "datetime64[ns]", f"{when} holds no times")
need(predictions[score].between(0, 1).all(), f"{score} is not from 0 to 1")
need(not predictions[keys + [when]].isna().any().any(), "a key or a time is missing")
rows = len(predictions)
predictions = predictions.sort_values(when, kind="mergesort").drop_duplicates(subset=keys + [when])
need(len(predictions) == rows, "some predictions would be dropped as doubles")

names = usage["event_table"]
events = table(part(f"{places['data_dir']}/{places['event_path']}")).rename(
    columns={names["type"]: "Type", names["time"]: "Time", names["value"]: "Value"}
)
events["Time"] = events["Time"].astype("<M8[ns]")
need(events["Time"].notna().all() or events["Time"].isna().all(), "events without a time would be dropped")
targets = [event for event in usage["events"] if event["usage"] == "target"]
need([target["display_name"] for target in targets] == [usage["primary_target"]], "the primary target is no target")
need(usage["primary_target"] not in predictions, "a column would be taken for the target")
for event in targets:
    need(event["merge_strategy"] == "first", "only the first event of a prediction was thought of here")
    one = events[events["Type"] == event["source"]].sort_values("Time", kind="mergesort")
    value, time = f"{event['display_name']}_Value", f"{event['display_name']}_Time"
    one = one.drop_duplicates(subset=keys).rename(columns={"Value": value, "Time": time})
    merged = pd.merge(predictions, one[keys + [value, time]], on=keys, how="left")
    need(merged[value].notna().all(), "a missing outcome would be taken for none")
    predictions = merged.astype({value: definitions[event["source"]]["dtype"]})
target = f"{usage['primary_target']}_Value"
need(set(predictions[target].unique()) <= {0.0, 1.0}, "the target is not binary")

shown = []
need(usage["censor_min_count"] >= 10, "Seismometer refuses to show groups of fewer than ten")
for cohort in usage["cohorts"]:
    need(cohort["source"] in predictions, f"the cohort {cohort['source']} is not in the data")
    groups = pd.Series(pd.Categorical(predictions[cohort["source"]]))
    if (groups.value_counts() > usage["censor_min_count"]).any() and len(groups.cat.categories) <= 25:
        shown.append(cohort["source"])

print(f"auroc {float(roc_auc_score(predictions[target], predictions[score]))!r}")
print(f"predictions {len(predictions)}")
print(f"cohorts {','.join(shown)}")
