namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers by dotted name: the very tensors of the module, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string entry) => string.IsNullOrEmpty(prefix) ? entry : $"{prefix}.{entry}";

                foreach (var (entry, parameter) in named_parameters()) destination.TryAdd(Key(entry), parameter);
                foreach (var (entry, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(Key(entry), buffer);
                foreach (var (entry, child) in named_children()) child.state_dict(destination, Key(entry));
                return destination;
            }

            /// <summary>Copies the values of a dictionary into the parameters and buffers of the same names.</summary>
            /// <returns>The names that the dictionary lacks and those that the module lacks.</returns>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                Dictionary<string, Tensor> destination = state_dict();
                List<string> missing = [.. destination.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true)];
                List<string> unexpected = [.. source.Keys.Where(key => !destination.ContainsKey(key) && skip?.Contains(key) != true)];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary." +
                        (missing.Count > 0 ? $" Missing: {string.Join(", ", missing)}." : "") +
                        (unexpected.Count > 0 ? $" Unexpected: {string.Join(", ", unexpected)}." : ""));
                }

                using var off = no_grad();
                foreach (var (key, value) in source)
                {
                    if (skip?.Contains(key) == true || !destination.TryGetValue(key, out Tensor? target)) continue;
                    if (!target.shape.AsSpan().SequenceEqual(value.shape))
                    {
                        throw new ArgumentException($"Mismatched tensor shape for '{key}': the module has [{string.Join(", ", target.shape)}], " +
                            $"the state_dict [{string.Join(", ", value.shape)}].");
                    }
                    target.copy_(value);
                }
                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using FileStream stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>
            /// Writes the number of entries (LEB128), then for each its name (length in LEB128, UTF-8) and its tensor
            /// (type, number of dimensions and extents in LEB128, then the elements, little-endian, row by row).
            /// </summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var kept = sd.Where(entry => skip?.Contains(entry.Key) != true).ToList();
                writer.Write7BitEncodedInt(kept.Count);
                foreach (var (key, value) in kept)
                {
                    writer.Write(key);
                    value.Save(writer);
                }
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location)) throw new FileNotFoundException($"There is no file '{location}' to load a module from.", location);
                using FileStream stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            public virtual Module load(Stream stream, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                Dictionary<string, Tensor> target = state_dict();
                int entries = reader.Read7BitEncodedInt();
                HashSet<string> expectedKeys = [.. target.Keys.Where(key => skip?.Contains(key) != true)];
                if (strict && entries < expectedKeys.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {expectedKeys.Count}, but found {entries} entries.");

                using var off = no_grad();
                for (int i = 0; i < entries; i++)
                {
                    string key = reader.ReadString();
                    bool skipped = skip?.Contains(key) == true;
                    bool found = target.TryGetValue(key, out Tensor? tensor);
                    if (!found && !skipped && strict)
                        throw new ArgumentException($"Mismatched module state names: the target module has no parameter or buffer named '{key}'.");

                    using Tensor read = reader.Load();
                    bool loaded = found && !skipped && Take(tensor!, read, key, strict);
                    expectedKeys.Remove(key);
                    if (loadedParameters is not null && !skipped) loadedParameters[key] = loaded;
                }
                if (strict && expectedKeys.Count > 0)
                    throw new ArgumentException($"Mismatched module state names: the file lacks {string.Join(", ", expectedKeys)}.");
                return this;
            }

            /// <summary>Copies what was read, unless it is of another shape or type: an error in strict loading, false in loose.</summary>
            private static bool Take(Tensor target, Tensor read, string key, bool strict)
            {
                bool sameShape = target.shape.AsSpan().SequenceEqual(read.shape);
                if (sameShape && target.dtype == read.dtype)
                {
                    target.copy_(read);
                    return true;
                }
                if (!strict) return false;
                throw new ArgumentException(sameShape
                    ? $"Mismatched tensor data types while loading '{key}': the module has {target.dtype}, the file {read.dtype}."
                    : $"Mismatched tensor shape while loading '{key}': the module has [{string.Join(", ", target.shape)}], the file " +
                      $"[{string.Join(", ", read.shape)}]. Load into a module of the same architecture.");
            }
        }
    }
}
