namespace Geometry.Scores;

/// <summary>
/// Fits many linear decoders over one set of rows and shares what they have in common: sums of products per block of rows, one factorisation
/// per training set for least squares, and for iterative decoders the solution over all rows as the start for every training set.
/// Work is spread over threads; each fit is computed by one thread from inputs that do not depend on the others' timing.
/// </summary>
internal sealed class DecoderEngine(DecoderData data, LinearDecoder decoder, int threads)
{
    // Bounds the memory that starts (one matrix a division) and right-hand sides take at a time.
    private const long ChunkBytes = 64L << 20;

    /// <summary>Receives the weights of a fit (the intercept last), from any thread.</summary>
    public delegate void Receiver(int fit, ReadOnlySpan<double> weights);

    /// <summary>Fits all decoders.</summary>
    /// <param name="labellings">For each division the side (+1 or -1) of every row.</param>
    /// <param name="sets">The training sets.</param>
    /// <param name="fits">Which division to fit on which set.</param>
    /// <param name="receive">Called once a fit.</param>
    public void Run(IReadOnlyList<sbyte[]> labellings, IReadOnlyList<TrainingSet> sets, IReadOnlyList<DecoderFit> fits, Receiver receive)
    {
        var blockGrams = decoder is LogisticDecoder || decoder.Weighting != ClassWeighting.None ? null : BlockGrams(sets);
        var setGrams = decoder.NeedsOnlyMoments ? null : SetGrams(blockGrams, sets);
        var perLabelling = decoder.NeedsOnlyMoments ? (long)data.Blocks * data.Stride * 8 : (long)data.Stride * data.Stride * 8;
        var chunk = (int)Math.Clamp(ChunkBytes / perLabelling, 1, 4096);
        for (var first = 0; first < labellings.Count; first += chunk)
        {
            var from = first;
            var to = Math.Min(first + chunk, labellings.Count);
            var mine = Enumerable.Range(0, fits.Count).Where(i => fits[i].Labelling >= from && fits[i].Labelling < to).ToArray();
            if (decoder is LeastSquaresDecoder leastSquares && decoder.NeedsOnlyMoments)
            {
                SolveByMoments(leastSquares, labellings, from, to, sets, fits, mine, blockGrams!, receive);
            }
            else
            {
                SolveFromStarts(labellings, from, to, sets, fits, mine, blockGrams, setGrams, receive);
            }
        }

        foreach (var gram in blockGrams ?? [])
        {
            // Blocks that no set uses have none.
            if (gram is not null)
            {
                Scratch.Return(gram);
            }
        }
    }

    private int[] RowsOf(TrainingSet set)
    {
        var rows = new List<int>();
        foreach (var block in set.Blocks)
        {
            rows.AddRange(Enumerable.Range(data.BlockStarts[block], data.BlockStarts[block + 1] - data.BlockStarts[block]));
        }

        return [.. rows];
    }

    private double[][] BlockGrams(IReadOnlyList<TrainingSet> sets)
    {
        var used = sets.SelectMany(set => set.Blocks).Distinct().Order().ToArray();
        var grams = new double[data.Blocks][];
        Parallel(used.Length, () => new RankUpdate(), (index, update) =>
        {
            var block = used[index];
            grams[block] = Scratch.Rent(data.Stride * data.Stride);
            update.Symmetric(grams[block], data.Stride, data.Rows.Values, RowsOf(new TrainingSet([block])), []);
        });
        return grams;
    }

    /// <summary>The sums of every training set, when they do not take too much memory.</summary>
    private double[][]? SetGrams(double[][]? blockGrams, IReadOnlyList<TrainingSet> sets)
    {
        if (blockGrams is null || (long)sets.Count * data.Stride * data.Stride * 8 > ChunkBytes)
        {
            return null;
        }

        var grams = new double[sets.Count][];
        Parallel(sets.Count, () => 0, (set, _) => SumBlocks(blockGrams, sets[set].Blocks, grams[set] = new double[data.Stride * data.Stride]));
        return grams;
    }

    private void SumBlocks(double[][] blocks, int[] take, double[] result)
    {
        result.AsSpan().Clear();
        foreach (var block in take)
        {
            VectorKernels.Add(1, blocks[block], result);
        }
    }

    private void SolveByMoments(
        LeastSquaresDecoder leastSquares,
        IReadOnlyList<sbyte[]> labellings,
        int from,
        int to,
        IReadOnlyList<TrainingSet> sets,
        IReadOnlyList<DecoderFit> fits,
        int[] mine,
        double[][] blockGrams,
        Receiver receive)
    {
        // For each division and block: the sum of y x.
        var sums = new double[to - from][][];
        Parallel(to - from, () => 0, (index, _) => sums[index] = BlockSums(labellings[from + index]));
        var groups = mine.GroupBy(i => fits[i].Set).ToArray();
        Parallel(
            groups.Length,
            () => (Solver: new LeastSquaresSolver(data, leastSquares), Gram: Scratch.Rent(data.Stride * data.Stride), Weights: new double[data.Stride]),
            (index, work) =>
            {
                var blocks = sets[groups[index].Key].Blocks;
                SumBlocks(blockGrams, blocks, work.Gram);
                var factored = work.Solver.Factor(work.Gram);
                var total = work.Gram[data.Features * data.Stride + data.Features];
                foreach (var fit in groups[index])
                {
                    SumBlocks(sums[fits[fit].Labelling - from], blocks, work.Weights);
                    work.Solver.SolveFactored(factored, total, work.Weights);
                    receive(fit, work.Weights);
                }
            },
            work =>
            {
                work.Solver.Release();
                Scratch.Return(work.Gram);
            });
    }

    private double[][] BlockSums(sbyte[] side)
    {
        var sums = new double[data.Blocks][];
        for (var block = 0; block < sums.Length; block++)
        {
            sums[block] = new double[data.Stride];
            for (var row = data.BlockStarts[block]; row < data.BlockStarts[block + 1]; row++)
            {
                VectorKernels.Add(side[row], data.Rows.PaddedRow(row), sums[block]);
            }
        }

        return sums;
    }

    private void SolveFromStarts(
        IReadOnlyList<sbyte[]> labellings,
        int from,
        int to,
        IReadOnlyList<TrainingSet> sets,
        IReadOnlyList<DecoderFit> fits,
        int[] mine,
        double[][]? blockGrams,
        double[][]? setGrams,
        Receiver receive)
    {
        var rows = sets.Select(RowsOf).ToArray();

        // One fit over all rows pays when several fits of the same division start from it.
        var starts = new DecoderState?[to - from];
        var uses = new int[to - from];
        foreach (var fit in mine)
        {
            uses[fits[fit].Labelling - from]++;
        }

        var all = Enumerable.Range(0, data.Rows.Rows).ToArray();
        var allBlocks = Enumerable.Range(0, data.Blocks).ToArray();
        var covered = allBlocks.Length == sets.SelectMany(set => set.Blocks).Distinct().Count();
        var worthwhile = covered && decoder.CanStartFromState ? Enumerable.Range(0, to - from).Where(i => uses[i] > 2).ToArray() : [];
        Parallel(worthwhile.Length, NewWork, (index, work) =>
        {
            var labelling = worthwhile[index];
            starts[labelling] = work.Solver.Solve(all, labellings[from + labelling], GramOf(blockGrams, allBlocks, work.Gram), null, work.Weights);
        });
        Parallel(mine.Length, NewWork, (index, work) =>
        {
            var (set, labelling) = fits[mine[index]];
            var gram = setGrams is null ? GramOf(blockGrams, sets[set].Blocks, work.Gram) : setGrams[set];
            work.Solver.Solve(rows[set], labellings[labelling], gram, starts[labelling - from], work.Weights);
            receive(mine[index], work.Weights);
        });
    }

    private ReadOnlySpan<double> GramOf(double[][]? blockGrams, int[] blocks, double[] buffer)
    {
        if (blockGrams is null)
        {
            return [];
        }

        SumBlocks(blockGrams, blocks, buffer);
        return buffer;
    }

    private (DecoderSolver Solver, double[] Gram, double[] Weights) NewWork() =>
        (decoder.CreateSolver(data), new double[data.Stride * data.Stride], new double[data.Stride]);

    private void Parallel<T>(int count, Func<T> newWork, Action<int, T> body, Action<T>? finish = null) =>
        Workers.Run(threads, count, newWork, body, finish);
}
