namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public interface IModule<in T1, in T2, in T3, in T4, in T5, in T6, out TResult>
        {
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
        }
    }
}
