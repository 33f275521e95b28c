using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            public virtual IEnumerable<Module> children() => _internal_submodules.values();

            /// <summary>All modules inside this one, at any depth, with dotted names; this one itself is not among them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (childName, child) in named_children())
                {
                    yield return (childName, child);
                    foreach (var (innerName, inner) in child.named_modules()) yield return ($"{childName}.{innerName}", inner);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(pair => pair.module);

            /// <summary>The parameters with dotted names; one that is registered twice is given once, under its first name.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (ownName, parameter) in _internal_params)
                {
                    if (parameter is not null && seen.Add(parameter)) yield return (ownName, parameter);
                }
                if (!recurse) yield break;

                foreach (var (childName, child) in named_children())
                {
                    foreach (var (innerName, parameter) in child.named_parameters())
                    {
                        if (seen.Add(parameter)) yield return ($"{childName}.{innerName}", parameter);
                    }
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (ownName, (buffer, persistent)) in _internal_buffers)
                {
                    if ((persistent || include_nonpersistent) && seen.Add(buffer)) yield return (ownName, buffer);
                }
                if (!recurse) yield break;

                foreach (var (childName, child) in named_children())
                {
                    foreach (var (innerName, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer)) yield return ($"{childName}.{innerName}", buffer);
                    }
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(pair => pair.buffer);

            public bool has_parameter(string target) => Find(target, module => module._internal_params) is { found: true };

            public virtual Parameter? get_parameter(string target) => Find(target, module => module._internal_params).value;

            public bool has_buffer(string target) => Find(target, module => module._internal_buffers) is { found: true };

            public virtual Tensor? get_buffer(string target) => Find(target, module => module._internal_buffers).value.buffer;

            private (bool found, T? value) Find<T>(string target, Func<Module, Utils.OrderedDict<string, T>> components)
            {
                if (target is null) throw new ArgumentNullException(nameof(target));
                if (components(this).TryGetValue(target, out T? own)) return (true, own);
                int dot = target.IndexOf('.', StringComparison.Ordinal);
                return dot > 0 && _internal_submodules.TryGetValue(target[..dot], out Module? child)
                    ? child.Find(target[(dot + 1)..], components)
                    : (false, default);
            }
        }
    }
}
