using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geometry.Networks;

internal sealed unsafe partial class FusedNetwork
{
    /// <summary>Opens a step: the weights will not change until its gradient is complete.</summary>
    public void BeginStep()
    {
        foreach (FusedLayer layer in _layers)
        {
            if (layer.Transposed is not null)
            {
                Transpose(_parameters + layer.Weights, layer);
            }
        }
    }

    /// <summary>Computes the outputs of a block of rows and remembers the layers.</summary>
    /// <param name="input">Rows x inputs, not padded.</param>
    /// <param name="rows">At most <see cref="BlockRows"/>.</param>
    /// <param name="logits">Receives rows x outputs, not padded.</param>
    public void Forward(float* input, int rows, float* logits)
    {
        int stride = _layers[0].Inputs;
        foreach (FusedLayer layer in _layers)
        {
            new MatrixProduct
            {
                Rows = rows,
                Columns = layer.Stride,
                Inner = layer.Inputs,
                Left = input,
                LeftRowStride = stride,
                LeftStep = 1,
                Right = _parameters + layer.Weights,
                RightStride = layer.Stride,
                Start = _parameters + layer.Biases,
                Result = layer.Slopes,
                ResultStride = layer.Stride,
            }.Compute(_vectors);
            _kernel.Apply(layer.Slopes, layer.Activations, (nint)rows * layer.Stride);
            ClearPadding(layer, rows);
            input = layer.Activations;
            stride = layer.Stride;
        }

        ReadOut(input, rows, logits);
    }

    /// <summary>Computes the gradient from the derivatives by the outputs of the block that was last forward.</summary>
    /// <param name="input">The block's rows.</param>
    /// <param name="rows">Their number.</param>
    /// <param name="outputDeltas">The derivatives of the loss by the outputs, rows x outputs.</param>
    /// <param name="isFirst">True to begin a gradient, false to add to the present one.</param>
    public void Backward(float* input, int rows, float* outputDeltas, bool isFirst)
    {
        // Tiles of the kernels may compute an element twice, so that a gradient cannot be added to in place.
        float* present = _gradients;
        _gradients = _otherGradients;
        _otherGradients = present;
        float* before = isFirst ? null : present;
        FusedLayer last = _layers[^1];
        if (TrainsReadout)
        {
            MultiplyTransposed(outputDeltas, _outputs, _outputs, last.Activations, last.Stride, rows, before, _readout);
            SumOutputDeltas(outputDeltas, rows, before);
        }

        new MatrixProduct
        {
            Rows = rows,
            Columns = last.Stride,
            Inner = _outputs,
            Left = outputDeltas,
            LeftRowStride = _outputs,
            LeftStep = 1,
            Right = _parameters + _readout,
            RightStride = _readoutStride,
            Start = _zeros,
            Result = last.Deltas,
            ResultStride = last.Stride,
            Factor = last.Slopes,
        }.Compute(_vectors);
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            FusedLayer layer = _layers[i];
            float* below = i > 0 ? _layers[i - 1].Activations : input;
            int belowStride = i > 0 ? _layers[i - 1].Stride : layer.Inputs;
            MultiplyTransposed(below, belowStride, layer.Inputs, layer.Deltas, layer.Stride, rows, before, layer.Weights);
            SumDeltas(layer, rows, before);
            if (i > 0)
            {
                GoBack(layer, _layers[i - 1], rows);
            }
        }
    }

    // The derivatives by the preactivations of the layer below.
    private void GoBack(FusedLayer layer, FusedLayer below, int rows) => new MatrixProduct
    {
        Rows = rows,
        Columns = below.Stride,
        Inner = layer.Width,
        Left = layer.Deltas,
        LeftRowStride = layer.Stride,
        LeftStep = 1,
        Right = layer.Transposed,
        RightStride = layer.TransposedStride,
        Start = _zeros,
        Result = below.Deltas,
        ResultStride = below.Stride,
        Factor = below.Slopes,
    }.Compute(_vectors);

    // A gradient of weights: left' * right over the rows, added to the gradient of the blocks before.
    private void MultiplyTransposed(float* left, int leftStride, int leftColumns, float* right, int stride, int rows, float* before, int place) =>
        new MatrixProduct
        {
            Rows = leftColumns,
            Columns = stride,
            Inner = rows,
            Left = left,
            LeftRowStride = 1,
            LeftStep = leftStride,
            Right = right,
            RightStride = stride,
            Start = before is null ? _zeros : before + place,
            StartStride = before is null ? 0 : stride,
            Result = _gradients + place,
            ResultStride = stride,
        }.Compute(_vectors);

    private void SumDeltas(FusedLayer layer, int rows, float* before)
    {
        int stride = layer.Stride;
        for (int column = 0; column < stride; column += Vector256<float>.Count)
        {
            float* delta = layer.Deltas + column;
            Vector256<float> sum = before is null ? Vector256<float>.Zero : Vector256.Load(before + layer.Biases + column);
            for (int row = 0; row < rows; row++, delta += stride)
            {
                sum += Vector256.Load(delta);
            }

            sum.Store(_gradients + layer.Biases + column);
        }
    }

    private void SumOutputDeltas(float* deltas, int rows, float* before)
    {
        for (int output = 0; output < _outputs; output++)
        {
            float sum = before is null ? 0 : before[_readoutBiases + output];
            for (int row = 0; row < rows; row++)
            {
                sum += deltas[(row * _outputs) + output];
            }

            _gradients[_readoutBiases + output] = sum;
        }
    }

    // Outputs are few, so that vectors run along the sum: eight partial sums, the same on every processor.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadOut(float* activations, int rows, float* logits)
    {
        int stride = _readoutStride;
        for (int output = 0; output < _outputs; output++)
        {
            float* weights = _parameters + _readout + (output * stride);
            float bias = TrainsReadout ? _parameters[_readoutBiases + output] : 0;
            int row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                float* first = activations + (row * stride);
                Vector256<float> s0 = Vector256<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
                for (int i = 0; i < stride; i += Vector256<float>.Count)
                {
                    Vector256<float> weight = Vector256.Load(weights + i);
                    s0 = VectorMath.MultiplyAdd(Vector256.Load(first + i), weight, s0);
                    s1 = VectorMath.MultiplyAdd(Vector256.Load(first + stride + i), weight, s1);
                    s2 = VectorMath.MultiplyAdd(Vector256.Load(first + (2 * stride) + i), weight, s2);
                    s3 = VectorMath.MultiplyAdd(Vector256.Load(first + (3 * stride) + i), weight, s3);
                }

                logits[(row * _outputs) + output] = VectorMath.Sum(s0) + bias;
                logits[((row + 1) * _outputs) + output] = VectorMath.Sum(s1) + bias;
                logits[((row + 2) * _outputs) + output] = VectorMath.Sum(s2) + bias;
                logits[((row + 3) * _outputs) + output] = VectorMath.Sum(s3) + bias;
            }

            for (; row < rows; row++)
            {
                Vector256<float> sum = Vector256<float>.Zero;
                for (int i = 0; i < stride; i += Vector256<float>.Count)
                {
                    sum = VectorMath.MultiplyAdd(Vector256.Load(activations + (row * stride) + i), Vector256.Load(weights + i), sum);
                }

                logits[(row * _outputs) + output] = VectorMath.Sum(sum) + bias;
            }
        }
    }

    // A nonlinearity need not be 0 at 0, and padding must add nothing to the gradients of the weights above.
    private static void ClearPadding(FusedLayer layer, int rows)
    {
        for (int row = 0; layer.Width < layer.Stride && row < rows; row++)
        {
            for (int column = layer.Width; column < layer.Stride; column++)
            {
                layer.Activations[((nint)row * layer.Stride) + column] = 0;
            }
        }
    }

    private static void Transpose(float* weights, FusedLayer layer)
    {
        const int Tile = 8;
        for (int top = 0; top < layer.Inputs; top += Tile)
        {
            int end = Math.Min(top + Tile, layer.Inputs);
            for (int unit = 0; unit < layer.Width; unit++)
            {
                float* target = layer.Transposed + ((nint)unit * layer.TransposedStride);
                for (int input = top; input < end; input++)
                {
                    target[input] = weights[((nint)input * layer.Stride) + unit];
                }
            }
        }
    }
}
