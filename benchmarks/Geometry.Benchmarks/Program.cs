using BenchmarkDotNet.Running;
using Geometry.Benchmarks;
using Geometry.Benchmarks.Scores;
using Geometry.Benchmarks.Service;

if (args is ["scores", ..])
{
    return ScoreBenchmarks.Run(args[1..]);
}

if (args is ["images", ..])
{
    return ImageAccuracy.Run();
}

if (args is ["service", ..])
{
    return await ServiceBenchmark.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(EmbeddingBenchmark).Assembly).Run(args);
return 0;
