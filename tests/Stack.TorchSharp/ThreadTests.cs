using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

[Collection(ProcessWideState.Name)]
public class ThreadTests
{
    [Fact]
    public void ManyThreadsComputeAtOnce()
    {
        var wrong = new ConcurrentBag<string>();
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(k => new Thread(() =>
        {
            try
            {
                for (int round = 0; round < 20; round++)
                {
                    using var scope = NewDisposeScope();
                    var g = new Generator((ulong)k);
                    Tensor a = randn(20, 30, float64, generator: g, requires_grad: true), b = randn(30, 10, float64, generator: g);
                    a.mm(b).tanh().sum().backward();
                    Tensor expected = (1 - a.detach().mm(b).tanh().pow(2)).mm(b.t());
                    if (!a.grad!.allclose(expected)) wrong.Add($"gradient in thread {k}");
                    try
                    {
                        a.mm(a);
                        wrong.Add("no complaint");
                    }
                    catch (Exception e) when (e.Message.Contains("20x30"))
                    {
                    }
                }
            }
            catch (Exception e)
            {
                wrong.Add(e.ToString());
            }
        }))];
        foreach (Thread t in threads) t.Start();
        foreach (Thread t in threads) t.Join();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void TensorsMadeInOneThreadAreUsedAndDisposedInAnother()
    {
        Tensor[] made = [.. Enumerable.Range(0, 100).Select(i => full(3, (float)i))];
        double sum = 0;
        Parallel.ForEach(made, t =>
        {
            double value = t.sum().ToDouble();
            lock (made) sum += value;
            t.Dispose();
        });
        sum.ShouldBe(3 * 99 * 100 / 2);
        made.ShouldAllBe(t => t.IsInvalid);
    }

    [Fact]
    public void RecordingIsSwitchedForTheThreadAlone()
    {
        using (no_grad())
        {
            bool elsewhere = false;
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            elsewhere.ShouldBeTrue();
        }
    }

    [Fact]
    public void TheNumberOfThreadsHoldsEverywhere()
    {
        int before = get_num_threads();
        try
        {
            foreach (int count in new[] { 2, 1 })
            {
                set_num_threads(count);
                get_num_threads().ShouldBe(count);
                var seen = new ConcurrentBag<int>();
                Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
                {
                    using var scope = NewDisposeScope();
                    ones(64, 64).mm(ones(64, 64));
                    seen.Add(get_num_threads());
                }))];
                foreach (Thread t in threads) t.Start();
                foreach (Thread t in threads) t.Join();
                seen.ShouldAllBe(n => n == count);
            }
            Should.Throw<Exception>(() => set_num_threads(0));
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
