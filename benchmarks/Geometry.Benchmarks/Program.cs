using BenchmarkDotNet.Running;
using Geometry.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(EmbeddingBenchmark).Assembly).Run(args);
