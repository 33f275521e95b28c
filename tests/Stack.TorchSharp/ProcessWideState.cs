namespace Stack.TorchSharp;

/// <summary>Tests of what all threads share (the default generator, the number of threads, the count of live tensors) run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ProcessWideState
{
    public const string Name = "process-wide state";
}
