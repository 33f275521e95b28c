namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of 4 inputs: <c>forward</c> computes, <c>call</c> also runs the hooks.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>,
            IModule<T1, T2, T3, T4, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                if (!HasHooks) return forward(input1, input2, input3, input4);

                foreach (var hook in module_pre_hooks.Values.ToArray()) hook(this);
                foreach (var hook in pre_hooks.Values.ToArray())
                {
                    if (hook(this, input1, input2, input3, input4) is { } replaced) (input1, input2, input3, input4) = replaced;
                }
                TResult result = forward(input1, input2, input3, input4);
                foreach (var hook in module_post_hooks.Values.ToArray()) hook(this);
                foreach (var hook in post_hooks.Values.ToArray())
                {
                    if (hook(this, input1, input2, input3, input4, result) is { } replaced) result = replaced;
                }
                return result;
            }
        }
    }
}
