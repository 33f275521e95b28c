namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of 1 input: <c>forward</c> computes, <c>call</c> also runs the hooks.</summary>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T input);

            public TResult call(T input)
            {
                if (!HasHooks) return forward(input);

                foreach (var hook in module_pre_hooks.Values.ToArray()) hook(this);
                foreach (var hook in pre_hooks.Values.ToArray())
                {
                    if (hook(this, input) is { } replaced) input = replaced;
                }
                TResult result = forward(input);
                foreach (var hook in module_post_hooks.Values.ToArray()) hook(this);
                foreach (var hook in post_hooks.Values.ToArray())
                {
                    if (hook(this, input, result) is { } replaced) result = replaced;
                }
                return result;
            }
        }
    }
}
