using BenchmarkDotNet.Running;
using Geometry.Benchmarks;
using Geometry.Benchmarks.Scores;

if (args is ["scores", ..])
{
    return ScoreBenchmarks.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(EmbeddingBenchmark).Assembly).Run(args);
return 0;
