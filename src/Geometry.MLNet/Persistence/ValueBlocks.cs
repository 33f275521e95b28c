using System.ComponentModel;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>
/// Blocks of numbers of each power of two up to 32,768, and the mappings that take them off the front of a vector of unknown size. A saved
/// mapping knows only the sizes of its compiled types; blocks of these sizes, put together, make a vector of any known size.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueBlocks
{
    internal const string Prefix = "__geometry_block_", ContractPrefix = "Geometry.MLNet.Take.v1.";

    internal const int Largest = 32_768;

    /// <summary>A block of 1 number.</summary>
    public sealed class Block1 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(1), ColumnName(Prefix + "1")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 1;
    }

    /// <summary>Takes 1 number off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "1")]
    public sealed class Take1 : ValueBlockFactory<Block1>;

    /// <summary>A block of 2 numbers.</summary>
    public sealed class Block2 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(2), ColumnName(Prefix + "2")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 2;
    }

    /// <summary>Takes 2 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "2")]
    public sealed class Take2 : ValueBlockFactory<Block2>;

    /// <summary>A block of 4 numbers.</summary>
    public sealed class Block4 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(4), ColumnName(Prefix + "4")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 4;
    }

    /// <summary>Takes 4 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "4")]
    public sealed class Take4 : ValueBlockFactory<Block4>;

    /// <summary>A block of 8 numbers.</summary>
    public sealed class Block8 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(8), ColumnName(Prefix + "8")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 8;
    }

    /// <summary>Takes 8 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "8")]
    public sealed class Take8 : ValueBlockFactory<Block8>;

    /// <summary>A block of 16 numbers.</summary>
    public sealed class Block16 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(16), ColumnName(Prefix + "16")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 16;
    }

    /// <summary>Takes 16 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "16")]
    public sealed class Take16 : ValueBlockFactory<Block16>;

    /// <summary>A block of 32 numbers.</summary>
    public sealed class Block32 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(32), ColumnName(Prefix + "32")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 32;
    }

    /// <summary>Takes 32 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "32")]
    public sealed class Take32 : ValueBlockFactory<Block32>;

    /// <summary>A block of 64 numbers.</summary>
    public sealed class Block64 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(64), ColumnName(Prefix + "64")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 64;
    }

    /// <summary>Takes 64 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "64")]
    public sealed class Take64 : ValueBlockFactory<Block64>;

    /// <summary>A block of 128 numbers.</summary>
    public sealed class Block128 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(128), ColumnName(Prefix + "128")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 128;
    }

    /// <summary>Takes 128 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "128")]
    public sealed class Take128 : ValueBlockFactory<Block128>;

    /// <summary>A block of 256 numbers.</summary>
    public sealed class Block256 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(256), ColumnName(Prefix + "256")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 256;
    }

    /// <summary>Takes 256 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "256")]
    public sealed class Take256 : ValueBlockFactory<Block256>;

    /// <summary>A block of 512 numbers.</summary>
    public sealed class Block512 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(512), ColumnName(Prefix + "512")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 512;
    }

    /// <summary>Takes 512 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "512")]
    public sealed class Take512 : ValueBlockFactory<Block512>;

    /// <summary>A block of 1024 numbers.</summary>
    public sealed class Block1024 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(1024), ColumnName(Prefix + "1024")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 1024;
    }

    /// <summary>Takes 1024 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "1024")]
    public sealed class Take1024 : ValueBlockFactory<Block1024>;

    /// <summary>A block of 2048 numbers.</summary>
    public sealed class Block2048 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(2048), ColumnName(Prefix + "2048")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 2048;
    }

    /// <summary>Takes 2048 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "2048")]
    public sealed class Take2048 : ValueBlockFactory<Block2048>;

    /// <summary>A block of 4096 numbers.</summary>
    public sealed class Block4096 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(4096), ColumnName(Prefix + "4096")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 4096;
    }

    /// <summary>Takes 4096 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "4096")]
    public sealed class Take4096 : ValueBlockFactory<Block4096>;

    /// <summary>A block of 8192 numbers.</summary>
    public sealed class Block8192 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(8192), ColumnName(Prefix + "8192")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 8192;
    }

    /// <summary>Takes 8192 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "8192")]
    public sealed class Take8192 : ValueBlockFactory<Block8192>;

    /// <summary>A block of 16384 numbers.</summary>
    public sealed class Block16384 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(16384), ColumnName(Prefix + "16384")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 16384;
    }

    /// <summary>Takes 16384 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "16384")]
    public sealed class Take16384 : ValueBlockFactory<Block16384>;

    /// <summary>A block of 32768 numbers.</summary>
    public sealed class Block32768 : ValueBlock
    {
        /// <inheritdoc/>
        [VectorType(32768), ColumnName(Prefix + "32768")]
        public override VBuffer<float> Values { get; set; }

        internal override int Size => 32768;
    }

    /// <summary>Takes 32768 numbers off the front.</summary>
    [CustomMappingFactoryAttribute(ContractPrefix + "32768")]
    public sealed class Take32768 : ValueBlockFactory<Block32768>;

    /// <summary>The mapping that takes a block of a size, a power of two.</summary>
    internal static IEstimator<ITransformer> Mapping(MLContext ml, int size) => size switch
    {
        1 => Mapping<Block1>(ml, size),
        2 => Mapping<Block2>(ml, size),
        4 => Mapping<Block4>(ml, size),
        8 => Mapping<Block8>(ml, size),
        16 => Mapping<Block16>(ml, size),
        32 => Mapping<Block32>(ml, size),
        64 => Mapping<Block64>(ml, size),
        128 => Mapping<Block128>(ml, size),
        256 => Mapping<Block256>(ml, size),
        512 => Mapping<Block512>(ml, size),
        1024 => Mapping<Block1024>(ml, size),
        2048 => Mapping<Block2048>(ml, size),
        4096 => Mapping<Block4096>(ml, size),
        8192 => Mapping<Block8192>(ml, size),
        16384 => Mapping<Block16384>(ml, size),
        32768 => Mapping<Block32768>(ml, size),
        _ => throw new ArgumentOutOfRangeException(nameof(size), size, "There are blocks of powers of two up to 32,768."),
    };

    private static CustomMappingEstimator<RemainingValues, TBlock> Mapping<TBlock>(MLContext ml, int size)
        where TBlock : ValueBlock, new() => ml.Transforms.CustomMapping<RemainingValues, TBlock>(ValueBlockFactory<TBlock>.Take, ContractPrefix + size);
}
