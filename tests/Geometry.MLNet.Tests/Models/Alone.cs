namespace Geometry.MLNet.Tests.Models;

/// <summary>What tests of this collection measure is of the whole process, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
