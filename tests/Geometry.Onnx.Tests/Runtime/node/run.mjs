// run.mjs PACKAGES MANIFEST: runs every file of the manifest on each of its batches and writes the outputs beside. PACKAGES is the folder that
// holds node_modules. The result, one entry a file, goes to standard output as JSON.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [packages, manifestPath] = process.argv.slice(2);
const { InferenceSession, Tensor } = createRequire(resolve(packages, 'package.json'))('onnxruntime-node');

const results = [];
for (const file of JSON.parse(readFileSync(manifestPath, 'utf8'))) {
    const result = { name: file.name, inputs: [], outputs: [], batches: [], error: null };
    results.push(result);
    try {
        const session = await InferenceSession.create(file.path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
        result.inputs = session.inputNames;
        result.outputs = session.outputNames;
        for (const batch of file.batches) {
            const bytes = readFileSync(batch.path);
            const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
            const outputs = await session.run({ [session.inputNames[0]]: new Tensor('float32', values, [batch.rows, ...file.inputShape]) });
            result.batches.push(session.outputNames.map((name, index) => {
                const { type, dims, data } = outputs[name];
                const path = `${batch.path}.${index}.out`;
                writeFileSync(path, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
                return { type, shape: dims.map(Number), path };
            }));
        }
        await session.release?.();
    } catch (error) {
        result.error = String(error);
    }
}
process.stdout.write(JSON.stringify(results));
