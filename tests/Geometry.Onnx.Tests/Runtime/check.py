"""check.py MANIFEST: has onnx check every file of the manifest, types and shapes included; prints {name: complaint} as JSON."""
import json
import sys

import onnx

complaints = {}
for file in json.load(open(sys.argv[1], encoding="utf-8")):
    try:
        model = onnx.load(file["path"])
        onnx.checker.check_model(model, full_check=True)
        # What the file says of its outputs must be what follows from its nodes.
        plain = onnx.ModelProto()
        plain.CopyFrom(model)
        for output in plain.graph.output:
            output.type.tensor_type.ClearField("shape")
        inferred = onnx.shape_inference.infer_shapes(plain, strict_mode=True, data_prop=True).graph.output
        for said, found in zip(model.graph.output, inferred):
            if said.type != found.type:
                raise ValueError(f"{said.name} is said to be {said.type}, but is {found.type}")
    except Exception as error:  # whatever it is, it is the answer
        complaints[file["name"]] = str(error) or repr(error)
json.dump(complaints, sys.stdout)
