using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A piece of a network: it owns parameters, buffers and other modules, under names.</summary>
        public partial class Module : IDisposable
        {
            protected OrderedDict<string, Module> _internal_submodules = [];
            protected OrderedDict<string, (Tensor buffer, bool persistent)> _internal_buffers = [];
            protected OrderedDict<string, Parameter> _internal_params = [];
            protected readonly string name;

            private bool _componentsRegistered;
            private bool _training = true;

            protected Module(string name)
            {
                this.name = name ?? throw new ArgumentNullException(nameof(name));
            }

            public virtual bool training => _training;

            public virtual string GetName() => name;

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (Module child in children()) child.train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Calls a function on every module inside this one, the innermost first, and on this one last.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (Module child in children()) child.apply(fn);
                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters()) ClearGradient(parameter, set_to_none);
            }

            internal static void ClearGradient(Parameter parameter, bool setToNone)
            {
                using Tensor? gradient = parameter.grad;
                if (gradient is null) return;
                if (setToNone)
                {
                    parameter.grad = null;
                    return;
                }
                using var off = no_grad();
                gradient.zero_();
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var (buffer, _) in _internal_buffers.values()) buffer?.Dispose();
                foreach (Parameter parameter in _internal_params.values()) parameter?.Dispose();
                foreach (Module child in _internal_submodules.values()) child.Dispose();
            }

            /// <summary>
            /// Registers the modules, parameters and tensors that stand in the fields of this object, under the fields' names
            /// (or those of <see cref="ComponentNameAttribute"/>). Calling it again changes nothing.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_componentsRegistered) return;
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                {
                    switch (field.GetValue(this))
                    {
                        case Module child:
                            register_module(field.ComponentName(), child);
                            break;
                        case Parameter parameter:
                            register_parameter(field.ComponentName(), parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(field.ComponentName(), tensor);
                            break;
                    }
                }
                _componentsRegistered = true;
            }
        }
    }
}
