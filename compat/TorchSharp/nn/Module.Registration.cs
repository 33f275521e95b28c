using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                CheckName(name, "module");
                CheckFree(name, "Sub-module");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            public virtual void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_parameter(string name, Parameter param)
            {
                CheckName(name, "parameter");
                CheckFree(name, "Parameter");
                param?.DetachFromDisposeScope();
                _internal_params.Add(name, param!);
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null) throw new ArgumentNullException(nameof(tensor), $"The buffer '{name}' is null.");
                CheckName(name, "buffer");
                CheckFree(name, "Buffer");
                tensor.DetachFromDisposeScope();
                _internal_buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Replaces the parameter of that name; null takes it away.</summary>
            protected void ConditionallyRegisterParameter(string name, [AllowNull] Tensor value)
            {
                _internal_params.Remove(name);
                if (value is null) return;
                register_parameter(name, value as Parameter ?? new Parameter(value, value.requires_grad));
            }

            /// <summary>Replaces the buffer of that name; null takes it away.</summary>
            protected void ConditionallyRegisterBuffer(string name, [AllowNull] Tensor value, bool persistent = true)
            {
                _internal_buffers.Remove(name);
                if (value is not null) register_buffer(name, value, persistent);
            }

            protected void ClearModules() => _internal_submodules.Clear();

            private static void CheckName(string name, string kind)
            {
                if (string.IsNullOrEmpty(name)) throw new ArgumentException($"The name of a {kind} can't be empty.", nameof(name));
                if (name.Contains('.')) throw new ArgumentException($"The name of a {kind} can't contain \".\": '{name}'.", nameof(name));
            }

            private void CheckFree(string name, string kind)
            {
                if (_internal_submodules.ContainsKey(name) || _internal_params.ContainsKey(name) || _internal_buffers.ContainsKey(name))
                    throw new InvalidOperationException($"{kind} '{name}' cannot be registered: the name is already taken in {GetName()}.");
            }
        }
    }
}
